package io.lockkeeper.riskengine.read.pg;

/** What {@link LargeFunction} computes: WebAssembly's opcodes for numbers, on a stack of longs. */
final class Arithmetic {
    private Arithmetic() {}

    /** @return where the stack ends afterwards */
    static int apply(int opcode, long[] s, int top) {
        switch (opcode) {
            case 0x45 -> s[top] = bit((int) s[top] == 0); // i32.eqz
            case 0x50 -> s[top] = bit(s[top] == 0); // i64.eqz
            case 0x79 -> s[top] = Long.numberOfLeadingZeros(s[top]); // i64.clz
            case 0xA7 -> s[top] = (int) s[top]; // i32.wrap_i64
            case 0xAD -> s[top] = s[top] & 0xFFFF_FFFFL; // i64.extend_i32_u
            case 0xB8 -> s[top] = bits((double) (s[top] & 0xFFFF_FFFFL)); // f64.convert_i32_u
            case 0xBA -> s[top] = bits(unsigned(s[top])); // f64.convert_i64_u
            case 0xC0 -> s[top] = (byte) s[top]; // i32.extend8_s
            case 0xC1 -> s[top] = (short) s[top]; // i32.extend16_s
            case 0xFC03 -> s[top] = saturated(number(s[top])); // i32.trunc_sat_f64_u
            default -> {
                s[top - 1] = opcode >= 0x51 && opcode <= 0x5A || opcode >= 0x7C && opcode <= 0x8A
                        ? wide(opcode, s[top - 1], s[top])
                        : opcode >= 0x61 && opcode <= 0x66 || opcode >= 0xA0 && opcode <= 0xA3
                                ? real(opcode, number(s[top - 1]), number(s[top]))
                                : narrow(opcode, (int) s[top - 1], (int) s[top]);
                return top - 1;
            }
        }
        return top;
    }

    private static long narrow(int opcode, int a, int b) {
        return switch (opcode) {
            case 0x46 -> bit(a == b);
            case 0x47 -> bit(a != b);
            case 0x48 -> bit(a < b);
            case 0x49 -> bit(Integer.compareUnsigned(a, b) < 0);
            case 0x4A -> bit(a > b);
            case 0x4B -> bit(Integer.compareUnsigned(a, b) > 0);
            case 0x4C -> bit(a <= b);
            case 0x4D -> bit(Integer.compareUnsigned(a, b) <= 0);
            case 0x4E -> bit(a >= b);
            case 0x4F -> bit(Integer.compareUnsigned(a, b) >= 0);
            case 0x6A -> a + b;
            case 0x6B -> a - b;
            case 0x6C -> a * b;
            case 0x71 -> a & b;
            case 0x72 -> a | b;
            case 0x73 -> a ^ b;
            case 0x74 -> a << b;
            case 0x75 -> a >> b;
            case 0x76 -> a >>> b;
            default -> throw unknown(opcode);
        };
    }

    private static long wide(int opcode, long a, long b) {
        return switch (opcode) {
            case 0x51 -> bit(a == b);
            case 0x52 -> bit(a != b);
            case 0x54 -> bit(Long.compareUnsigned(a, b) < 0);
            case 0x56 -> bit(Long.compareUnsigned(a, b) > 0);
            case 0x58 -> bit(Long.compareUnsigned(a, b) <= 0);
            case 0x5A -> bit(Long.compareUnsigned(a, b) >= 0);
            case 0x7C -> a + b;
            case 0x7D -> a - b;
            case 0x7E -> a * b;
            case 0x83 -> a & b;
            case 0x84 -> a | b;
            case 0x86 -> a << b;
            default -> throw unknown(opcode);
        };
    }

    private static long real(int opcode, double a, double b) {
        return switch (opcode) {
            case 0x61 -> bit(a == b);
            case 0x66 -> bit(a >= b);
            case 0xA2 -> bits(a * b);
            case 0xA3 -> bits(a / b);
            default -> throw unknown(opcode);
        };
    }

    private static IllegalStateException unknown(int opcode) {
        return new IllegalStateException("the grammar uses the instruction " + Integer.toHexString(opcode));
    }

    private static long bit(boolean condition) {
        return condition ? 1 : 0;
    }

    private static long bits(double number) {
        return Double.doubleToRawLongBits(number);
    }

    private static double number(long bits) {
        return Double.longBitsToDouble(bits);
    }

    /** Half of it, its lost bit kept, is a signed number that rounds the same way. */
    private static double unsigned(long number) {
        return number >= 0 ? number : (double) ((number >>> 1) | (number & 1)) * 2;
    }

    private static int saturated(double number) {
        return (int) (long) Math.clamp(Double.isNaN(number) ? 0 : number, 0, 4294967295.0);
    }
}
