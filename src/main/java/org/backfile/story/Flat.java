package org.backfile.story;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/** Arrays in a buffer, one number after another. */
final class Flat {
    private Flat() {}

    static void put(ByteBuffer out, long[] numbers) {
        out.asLongBuffer().put(numbers);
        out.position(out.position() + Long.BYTES * numbers.length);
    }

    static void put(ByteBuffer out, int[] numbers) {
        out.asIntBuffer().put(numbers);
        out.position(out.position() + Integer.BYTES * numbers.length);
    }

    /** The next {@code count} numbers. */
    static long[] longs(ByteBuffer in, int count) {
        long[] numbers = new long[checked(in, count, Long.BYTES)];
        in.asLongBuffer().get(numbers);
        in.position(in.position() + Long.BYTES * count);
        return numbers;
    }

    static int[] ints(ByteBuffer in, int count) {
        int[] numbers = new int[checked(in, count, Integer.BYTES)];
        in.asIntBuffer().get(numbers);
        in.position(in.position() + Integer.BYTES * count);
        return numbers;
    }

    /** A damaged count must not ask for memory that isn't there. */
    private static int checked(ByteBuffer in, int count, int bytes) {
        if (count < 0 || count > in.remaining() / bytes) {
            throw new BufferUnderflowException();
        }
        return count;
    }
}
