import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import run.endive.build.time.compiler.Config;
import run.endive.build.time.compiler.Generator;
import run.endive.compiler.InterpreterFallback;
import run.endive.wasm.Parser;
import run.endive.wasm.WasmModule;
import run.endive.wasm.types.AnnotatedInstruction;
import run.endive.wasm.types.FunctionBody;
import run.endive.wasm.types.FunctionImport;
import run.endive.wasm.types.FunctionType;

/**
 * Run by the build as one source file: turns PostgreSQL's grammar from WebAssembly into JVM classes, so that no start of
 * Lockkeeper has to decode 830 KB of instructions. Endive compiles all functions but those that are too large for a method of
 * the JVM; these become flat code for {@code LargeFunction}.
 *
 * <p>Arguments: the module, and the folder that gets the classes, {@code Postgres.meta} (the module without instructions) and
 * {@code Postgres.large}. It does nothing where these are newer than the module and this file.
 *
 * <p>Flat code is the function's own instructions with their opcodes, without the blocks: a branch is
 * {@code opcode, target, stack height there, values kept}, since all three are known before it runs. Endive's interpreter
 * instead enters and leaves each of up to 2,067 nested blocks whenever it passes them, which took 85 % of the time of a parse.
 */
final class GrammarCompiler {
    private static final String PACKAGE = "io.lockkeeper.riskengine.read.pg";
    private static final int EMPTY = 0x40;
    private static final int BRANCH = 0x0C;
    private static final Pattern ONE_OPERAND =
            Pattern.compile("EQZ|_EXTEND|_WRAP|_CONVERT|_TRUNC|_CLZ|_CTZ|_POPCNT|_REINTERPRET|_NEG|_ABS");

    private final WasmModule module;
    private final int imported;

    private GrammarCompiler(WasmModule module) {
        this.module = module;
        this.imported = module.importSection().importCount();
    }

    public static void main(String[] arguments) throws IOException {
        Path wasm = Path.of(arguments[0]);
        Path folder = Path.of(arguments[1]);
        Path here = folder.resolve(PACKAGE.replace('.', '/'));
        Path large = here.resolve("Postgres.large");
        if (Files.exists(large) && newer(large, wasm) && newer(large, Path.of(arguments[2]))) {
            return;
        }
        Generator endive = new Generator(Config.builder()
                .withWasmFile(wasm)
                .withName(PACKAGE + ".Postgres")
                .withTargetClassFolder(folder)
                .withTargetSourceFolder(folder)
                .withTargetWasmFolder(folder)
                .withInterpreterFallback(InterpreterFallback.SILENT)
                .build());
        Set<Integer> tooLarge = new TreeSet<>(endive.generateResources());
        endive.generateMetaWasm(Set.of());
        Files.write(large, new GrammarCompiler(Parser.parse(Files.readAllBytes(wasm))).flat(tooLarge));
    }

    private static boolean newer(Path result, Path source) throws IOException {
        return Files.getLastModifiedTime(result).compareTo(Files.getLastModifiedTime(source)) > 0;
    }

    private byte[] flat(Set<Integer> functions) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        for (int function : functions) {
            FunctionBody body = module.codeSection().getFunctionBody(function - imported);
            FunctionType type = type(function);
            Flat flat = new Flat(type.returns().size());
            body.instructions().forEach(flat::add);
            int[] code = flat.finish();
            out.writeInt(function);
            out.writeInt(type.params().size());
            out.writeInt(type.params().size() + body.localTypes().size());
            out.writeInt(type.returns().size());
            out.writeInt(flat.highest);
            out.writeInt(code.length);
            for (int word : code) {
                out.writeInt(word);
            }
        }
        return bytes.toByteArray();
    }

    private FunctionType type(int function) {
        int index = function < imported
                ? ((FunctionImport) module.importSection().getImport(function)).typeIndex()
                : module.functionSection().getFunctionType(function - imported);
        return module.typeSection().getType(index);
    }

    /** A block that is open: where branches to it go, once that is known, and how high the stack is there. */
    private static final class Block {
        final boolean loop;
        final int start;
        final int height;
        final int results;
        final List<Integer> unresolved = new ArrayList<>();
        int otherwise = -1;
        boolean dead;

        Block(boolean loop, int start, int height, int results) {
            this.loop = loop;
            this.start = start;
            this.height = height;
            this.results = results;
        }
    }

    private final class Flat {
        private final Deque<Block> blocks = new ArrayDeque<>();
        private int[] code = new int[1 << 16];
        private int size;
        private int height;
        private int highest;
        private int skipped;

        Flat(int results) {
            blocks.push(new Block(false, 0, 0, results));
        }

        int[] finish() {
            if (!blocks.isEmpty()) {
                throw new IllegalStateException("a block was not closed");
            }
            return Arrays.copyOf(code, size);
        }

        void add(AnnotatedInstruction instruction) {
            String name = instruction.opcode().name();
            boolean opens = name.equals("BLOCK") || name.equals("LOOP") || name.equals("IF");
            boolean dead = !blocks.isEmpty() && blocks.element().dead;
            if (dead && opens) {
                skipped++;
            } else if (dead && skipped > 0) {
                skipped -= name.equals("END") ? 1 : 0;
            } else if (!dead || name.equals("END") || name.equals("ELSE")) {
                translate(instruction, name);
            }
        }

        private void translate(AnnotatedInstruction instruction, String name) {
            int opcode = instruction.opcode().opcode();
            switch (name) {
                case "NOP" -> {}
                case "BLOCK" -> open(false, instruction);
                case "LOOP" -> open(true, instruction);
                case "IF" -> {
                    move(-1);
                    word(opcode);
                    word(0);
                    open(false, instruction);
                    blocks.element().otherwise = size - 1;
                }
                case "ELSE" -> {
                    Block block = blocks.element();
                    if (!block.dead) {
                        word(opcode);
                        block.unresolved.add(size);
                        word(0);
                    }
                    code[block.otherwise] = size;
                    block.otherwise = -1;
                    block.dead = false;
                    height = block.height;
                }
                case "END" -> close();
                case "BR", "BR_IF" -> {
                    move(name.equals("BR") ? 0 : -1);
                    word(opcode);
                    branch((int) instruction.operand(0));
                    blocks.element().dead = name.equals("BR");
                }
                case "BR_TABLE" -> {
                    move(-1);
                    word(opcode);
                    word(instruction.operandCount() - 1);
                    for (int i = 0; i < instruction.operandCount(); i++) {
                        branch((int) instruction.operand(i));
                    }
                    blocks.element().dead = true;
                }
                case "RETURN" -> {
                    word(BRANCH);
                    branch(blocks.size() - 1);
                    blocks.element().dead = true;
                }
                case "UNREACHABLE" -> {
                    word(opcode);
                    blocks.element().dead = true;
                }
                case "CALL" -> call(opcode, (int) instruction.operand(0), type((int) instruction.operand(0)));
                case "CALL_INDIRECT" -> {
                    move(-1);
                    int type = (int) instruction.operand(0);
                    call(opcode, type, module.typeSection().getType(type));
                }
                default -> plain(name, opcode, instruction);
            }
        }

        private void open(boolean loop, AnnotatedInstruction instruction) {
            long type = instruction.operand(0);
            if (type != EMPTY && (type < 0x7C || type > 0x7F)) {
                throw new IllegalStateException("a block of type " + type);
            }
            blocks.push(new Block(loop, size, height, type == EMPTY ? 0 : 1));
        }

        private void close() {
            Block block = blocks.pop();
            if (block.otherwise >= 0) {
                code[block.otherwise] = size;
            }
            for (int place : block.unresolved) {
                code[place] = size;
            }
            height = block.height;
            move(block.results);
        }

        private void branch(int depth) {
            Block block = blocks.stream().skip(depth).findFirst().orElseThrow();
            if (block.loop) {
                word(block.start);
            } else {
                block.unresolved.add(size);
                word(0);
            }
            word(block.height);
            word(block.loop ? 0 : block.results);
        }

        private void call(int opcode, int what, FunctionType type) {
            word(opcode);
            word(what);
            word(type.params().size());
            word(type.returns().size());
            move(type.returns().size() - type.params().size());
        }

        private void plain(String name, int opcode, AnnotatedInstruction instruction) {
            word(opcode);
            if (name.endsWith("_CONST")) {
                long value = instruction.operand(0);
                word((int) value);
                if (!name.startsWith("I32")) {
                    word((int) (value >>> 32));
                }
                move(1);
            } else if (name.startsWith("LOCAL") || name.startsWith("GLOBAL")) {
                word((int) instruction.operand(0));
                move(name.endsWith("GET") ? 1 : name.endsWith("SET") ? -1 : 0);
            } else if (name.contains("_LOAD")) {
                word((int) instruction.operand(1));
            } else if (name.contains("_STORE")) {
                word((int) instruction.operand(1));
                move(-2);
            } else if (name.equals("SELECT")) {
                move(-2);
            } else if (name.equals("MEMORY_COPY")) {
                move(-3);
            } else if (name.equals("DROP")) {
                move(-1);
            } else if (!ONE_OPERAND.matcher(name).find()) {
                move(-1);
            }
        }

        private void move(int by) {
            height += by;
            highest = Math.max(highest, height);
        }

        private void word(int word) {
            if (size == code.length) {
                code = Arrays.copyOf(code, size * 2);
            }
            code[size++] = word;
        }
    }
}
