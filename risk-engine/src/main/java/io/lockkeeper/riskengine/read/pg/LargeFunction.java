package io.lockkeeper.riskengine.read.pg;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.HashMap;
import java.util.Map;
import run.endive.runtime.Instance;
import run.endive.runtime.Memory;

/**
 * A function that is too large for a method of the JVM, such as the grammar's own: an interpreter of the flat code that the
 * build makes of it ({@code GrammarCompiler} says what that is). The opcodes are WebAssembly's; only those that occur are
 * here, and any other ends the instance. Immutable and shared by all instances.
 *
 * @param locals with the parameters, which come first
 * @param stack how high the stack can get
 */
record LargeFunction(int parameters, int locals, int results, int stack, int[] code) {

    /** What the build wrote: for each function its index, these four numbers, the length of the code, the code. */
    static Map<Integer, LargeFunction> read(byte[] written) {
        IntBuffer in = ByteBuffer.wrap(written).asIntBuffer();
        Map<Integer, LargeFunction> functions = new HashMap<>();
        while (in.hasRemaining()) {
            int index = in.get();
            int parameters = in.get();
            int locals = in.get();
            int results = in.get();
            int stack = in.get();
            int[] code = new int[in.get()];
            in.get(code);
            functions.put(index, new LargeFunction(parameters, locals, results, stack, code));
        }
        return Map.copyOf(functions);
    }

    /** Locals and stack share an array: the stack begins at {@code locals}. Values of 32 bits are sign-extended. */
    long[] call(Instance instance, long[] arguments) {
        long[] s = new long[locals + stack];
        System.arraycopy(arguments, 0, s, 0, parameters);
        Memory memory = instance.memory();
        int[] c = code;
        int pc = 0;
        int top = locals - 1;
        while (pc < c.length) {
            int opcode = c[pc++];
            switch (opcode) {
                case 0x04 -> pc = (int) s[top--] == 0 ? c[pc] : pc + 1; // if
                case 0x05 -> pc = c[pc]; // else, reached from above
                case 0x0C -> { // br
                    top = land(s, top, c, pc);
                    pc = target(c, pc);
                }
                case 0x0D -> { // br_if
                    if ((int) s[top--] != 0) {
                        top = land(s, top, c, pc);
                        pc = target(c, pc);
                    } else {
                        pc += 3;
                    }
                }
                case 0x0E -> { // br_table
                    int choice = (int) s[top--];
                    int most = c[pc++];
                    pc += 3 * (Integer.compareUnsigned(choice, most) < 0 ? choice : most);
                    top = land(s, top, c, pc);
                    pc = target(c, pc);
                }
                case 0x10, 0x11 -> { // call, call_indirect
                    int function = opcode == 0x10 ? c[pc] : indirect(instance, c[pc], (int) s[top--]);
                    int count = c[pc + 1];
                    top -= count;
                    long[] passed = new long[count];
                    System.arraycopy(s, top + 1, passed, 0, count);
                    long[] answer = instance.getMachine().call(function, passed);
                    if (c[pc + 2] == 1) {
                        s[++top] = answer[0];
                    }
                    pc += 3;
                }
                case 0x1A -> top--; // drop
                case 0x1B -> { // select
                    top -= 2;
                    s[top] = (int) s[top + 2] != 0 ? s[top] : s[top + 1];
                }
                case 0x20 -> s[++top] = s[c[pc++]]; // local.get
                case 0x21 -> s[c[pc++]] = s[top--]; // local.set
                case 0x22 -> s[c[pc++]] = s[top]; // local.tee
                case 0x23 -> s[++top] = instance.global(c[pc++]).getValue();
                case 0x24 -> instance.global(c[pc++]).setValue(s[top--]);
                case 0x28 -> s[top] = memory.readInt(at(s[top], c[pc++])); // i32.load
                case 0x29, 0x2B -> s[top] = memory.readLong(at(s[top], c[pc++])); // i64.load, f64.load
                case 0x2C -> s[top] = memory.read(at(s[top], c[pc++])); // i32.load8_s
                case 0x2D -> s[top] = memory.read(at(s[top], c[pc++])) & 0xFF; // i32.load8_u
                case 0x2E -> s[top] = memory.readShort(at(s[top], c[pc++])); // i32.load16_s
                case 0x2F -> s[top] = memory.readShort(at(s[top], c[pc++])) & 0xFFFF; // i32.load16_u
                case 0x36 -> { // i32.store
                    memory.writeI32(at(s[top - 1], c[pc++]), (int) s[top]);
                    top -= 2;
                }
                case 0x37, 0x39 -> { // i64.store, f64.store
                    memory.writeLong(at(s[top - 1], c[pc++]), s[top]);
                    top -= 2;
                }
                case 0x3A -> { // i32.store8
                    memory.writeByte(at(s[top - 1], c[pc++]), (byte) s[top]);
                    top -= 2;
                }
                case 0x3B -> { // i32.store16
                    memory.writeShort(at(s[top - 1], c[pc++]), (short) s[top]);
                    top -= 2;
                }
                case 0x41 -> s[++top] = c[pc++]; // i32.const
                case 0x42, 0x44 -> { // i64.const, f64.const
                    s[++top] = (c[pc] & 0xFFFF_FFFFL) | ((long) c[pc + 1] << 32);
                    pc += 2;
                }
                case 0xFC0A -> { // memory.copy
                    memory.copy((int) s[top - 2], (int) s[top - 1], (int) s[top]);
                    top -= 3;
                }
                case 0x00 -> throw new IllegalStateException("the grammar reached what it calls unreachable");
                default -> top = Arithmetic.apply(opcode, s, top);
            }
        }
        long[] answer = new long[results];
        System.arraycopy(s, top + 1 - results, answer, 0, results);
        return answer;
    }

    /** Puts the value that the branch keeps, if any, where the stack ends at its target. */
    private int land(long[] s, int top, int[] c, int pc) {
        int height = locals + c[pc + 1];
        if (c[pc + 2] == 0) {
            return height - 1;
        }
        s[height] = s[top];
        return height;
    }

    /** The time limit of a parse interrupts its thread; every loop goes back sometime. */
    private static int target(int[] c, int pc) {
        if (c[pc] < pc && Thread.currentThread().isInterrupted()) {
            throw new IllegalStateException("the grammar was interrupted");
        }
        return c[pc];
    }

    private static int indirect(Instance instance, int type, int element) {
        int function = instance.table(0).requiredRef(element);
        if (!instance.type(instance.functionType(function)).equals(instance.type(type))) {
            throw new IllegalStateException("the grammar called a function as if it had another type");
        }
        return function;
    }

    private static int at(long base, int offset) {
        return Math.toIntExact((base & 0xFFFF_FFFFL) + (offset & 0xFFFF_FFFFL));
    }
}
