package chat262.it.model;

import java.util.Arrays;

/** A growing array of int, as boxes would take most of the memory of a search. */
final class Numbers {
    private int[] numbers = new int[1024];
    private int size;

    void add(int number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size * 2);
        }
        numbers[size++] = number;
    }

    int get(int index) {
        return numbers[index];
    }

    int size() {
        return size;
    }
}
