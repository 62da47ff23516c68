package io.lockkeeper.riskengine.read.pg;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import run.endive.runtime.ExportFunction;
import run.endive.runtime.HostFunction;
import run.endive.runtime.ImportFunction;
import run.endive.runtime.ImportValues;
import run.endive.runtime.Instance;
import run.endive.runtime.Machine;
import run.endive.runtime.Memory;
import run.endive.runtime.WasmFunctionHandle;
import run.endive.wasm.WasmModule;
import run.endive.wasm.types.FunctionImport;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.Import;
import run.endive.wasm.types.MemoryLimits;

/**
 * One running copy of libpg_query 18.1.5. Not thread-safe; unusable after it threw.
 *
 * <p>Emscripten shortens all names. Of this version, as its {@code libpg-query.js} assigns them:
 *
 * <table>
 * <caption>imports, all of module {@code a}</caption>
 * <tr><td>{@code g b a d k l e f h j i y n}</td><td>{@code invoke_i, _ii, _iii, _iiii, _iiiii, _ji, _v, _vi, _vii,
 *     _viii, _viiii, _viiiii, _viiiiiiiiiiiii}: call a function pointer, where a {@code longjmp} may land</td></tr>
 * <tr><td>{@code p}</td><td>{@code _emscripten_throw_longjmp}: PostgreSQL's {@code ereport(ERROR)}</td></tr>
 * <tr><td>{@code q}</td><td>{@code emscripten_resize_heap}</td></tr>
 * <tr><td>{@code o w}</td><td>{@code _setitimer_js}, {@code _emscripten_runtime_keepalive_clear}: nothing to do</td></tr>
 * <tr><td>{@code c x m v u r s t}</td><td>{@code __assert_fail, _abort_js, exit, proc_exit, fd_close, fd_read, fd_seek,
 *     fd_write}: a parse needs none of them, so each ends the instance</td></tr>
 * </table>
 *
 * <table>
 * <caption>exports</caption>
 * <tr><td>{@code A}</td><td>{@code __wasm_call_ctors}</td></tr>
 * <tr><td>{@code C E}</td><td>{@code malloc, free}</td></tr>
 * <tr><td>{@code F G}</td><td>{@code wasm_parse_query_raw}: text → {tree, stderr, error}; {@code wasm_free_parse_result}</td></tr>
 * <tr><td>{@code P Q R}</td><td>{@code setThrew, _emscripten_stack_restore, emscripten_stack_get_current}</td></tr>
 * </table>
 */
final class GrammarInstance {
    private static final String INVOKE = "gbadklefhjiyn";
    private static final String IGNORED = "ow";

    /** The module asks for 2,048 pages of 64 KiB; its data and its stack of 32 MiB need 527, and the rest can grow. */
    private static final int FIRST_PAGES = 544;

    private static final int MOST_PAGES = 3072;

    private static final int ERROR_IN_RESULT = 8;
    private static final int POSITION_IN_ERROR = 16;

    private final Memory memory;
    private final ExportFunction allocate;
    private final ExportFunction free;
    private final ExportFunction parse;
    private final ExportFunction freeResult;

    /** What the module answered: a tree as JSON, or an error and where. */
    record Raw(@Nullable String json, String error, int position) {}

    /** Unwinds to the innermost {@code invoke_…}, as a {@code longjmp} does. */
    private static final class LongJump extends RuntimeException {
        private static final long serialVersionUID = 1L;

        LongJump() {
            super(null, null, false, false);
        }
    }

    GrammarInstance(GrammarModule.Loaded loaded) {
        this(loaded.module(), made -> new GrammarMachine(made, loaded.large()));
    }

    /** @param machine what runs the functions of the module */
    GrammarInstance(WasmModule module, Function<Instance, Machine> machine) {
        Instance instance = Instance.builder(module)
                .withImportValues(imports(module))
                .withMachineFactory(machine)
                .withMemoryLimits(new MemoryLimits(FIRST_PAGES, MOST_PAGES))
                .build();
        this.memory = instance.memory();
        this.allocate = instance.export("C");
        this.free = instance.export("E");
        this.parse = instance.export("F");
        this.freeResult = instance.export("G");
        instance.export("A").apply();
    }

    Raw parse(String sql) {
        byte[] text = sql.getBytes(StandardCharsets.UTF_8);
        int query = pointer(allocate.apply(text.length + 1L));
        memory.write(query, text, 0, text.length);
        memory.writeByte(query + text.length, (byte) 0);
        int result = pointer(parse.apply(query));
        Raw raw = raw(result);
        freeResult.apply(result);
        free.apply(query);
        return raw;
    }

    private Raw raw(int result) {
        int error = memory.readInt(result + ERROR_IN_RESULT);
        if (error != 0) {
            return new Raw(null, string(memory.readInt(error)), memory.readInt(error + POSITION_IN_ERROR));
        }
        return new Raw(string(memory.readInt(result)), "", 0);
    }

    private String string(int pointer) {
        if (pointer == 0) {
            throw new IllegalStateException("the grammar gave no text");
        }
        return memory.readCString(pointer, StandardCharsets.UTF_8);
    }

    private static int pointer(long... results) {
        int pointer = (int) results[0];
        if (pointer == 0) {
            throw new IllegalStateException("the grammar is out of memory");
        }
        return pointer;
    }

    private static ImportValues imports(WasmModule module) {
        List<ImportFunction> functions = new ArrayList<>();
        for (int i = 0; i < module.importSection().importCount(); i++) {
            Import wanted = module.importSection().getImport(i);
            FunctionType type = module.typeSection().getType(((FunctionImport) wanted).typeIndex());
            functions.add(new HostFunction(wanted.module(), wanted.name(), type, host(wanted.name(), type)));
        }
        return ImportValues.builder().withFunctions(functions).build();
    }

    private static WasmFunctionHandle host(String name, FunctionType type) {
        long[] nothing = new long[type.returns().size()];
        if (INVOKE.contains(name)) {
            return (instance, arguments) -> invoke(instance, arguments, nothing);
        }
        if (IGNORED.contains(name)) {
            return (instance, arguments) -> nothing;
        }
        return switch (name) {
            case "p" ->
                (instance, arguments) -> {
                    throw new LongJump();
                };
            case "q" -> (instance, arguments) -> new long[] {grow(instance.memory(), arguments[0])};
            default ->
                (instance, arguments) -> {
                    throw new IllegalStateException("the grammar called " + name);
                };
        };
    }

    private static long[] invoke(Instance instance, long[] arguments, long[] nothing) {
        long stack = instance.export("R").apply()[0];
        try {
            int function = instance.table(0).requiredRef((int) arguments[0]);
            return instance.getMachine().call(function, Arrays.copyOfRange(arguments, 1, arguments.length));
        } catch (LongJump e) {
            instance.export("Q").apply(stack);
            instance.export("P").apply(1, 0);
            return nothing;
        }
    }

    /** 1 when there are as many bytes now. */
    private static long grow(Memory memory, long bytes) {
        long wanted = ((bytes & 0xFFFF_FFFFL) + Memory.PAGE_SIZE - 1) / Memory.PAGE_SIZE;
        int more = (int) Math.max(0, wanted - memory.pages());
        return wanted <= MOST_PAGES && memory.grow(more) >= 0 ? 1 : 0;
    }
}
