package org.backfile.page;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The components of a class of public records, read by number or name in some nanoseconds; a class is looked at once.
 * Immutable and safe for use by several threads.
 */
public final class RecordComponents {
    private static final ClassValue<RecordComponents> KNOWN = new ClassValue<>() {
        @Override
        protected RecordComponents computeValue(Class<?> type) {
            return new RecordComponents(type.getRecordComponents());
        }
    };

    private final List<Function<Object, @Nullable Object>> readers = new ArrayList<>();
    private final Map<String, Function<Object, @Nullable Object>> byName = new HashMap<>();

    private RecordComponents(RecordComponent[] components) {
        for (RecordComponent component : components) {
            readers.add(reader(component));
            byName.put(component.getName(), readers.get(readers.size() - 1));
        }
    }

    /** The accessor as a function, which is called several times faster than by reflection. */
    @SuppressWarnings("unchecked")
    private static Function<Object, @Nullable Object> reader(RecordComponent component) {
        MethodHandles.Lookup lookup = MethodHandles.lookup();
        try {
            MethodHandle accessor = lookup.unreflect(component.getAccessor());
            return (Function<Object, @Nullable Object>) LambdaMetafactory.metafactory(
                            lookup,
                            "apply",
                            MethodType.methodType(Function.class),
                            MethodType.methodType(Object.class, Object.class),
                            accessor,
                            accessor.type().wrap())
                    .getTarget()
                    .invoke();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalArgumentException("no component of a public record: " + component, e);
        }
    }

    /** The components of the record's class. */
    public static RecordComponents of(Record value) {
        return KNOWN.get(value.getClass());
    }

    int size() {
        return readers.size();
    }

    /** The value of a component by its number from 0, in the order of the declaration. */
    @Nullable
    Object read(Record value, int number) {
        return readers.get(number).apply(value);
    }

    /** The value of the component of that name; null also where there is no such component. */
    public @Nullable Object read(Record value, String name) {
        Function<Object, @Nullable Object> reader = byName.get(name);
        return reader == null ? null : reader.apply(value);
    }
}
