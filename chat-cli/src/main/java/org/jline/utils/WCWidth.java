package org.jline.utils;

import java.util.Map;
import java.util.TreeMap;

/**
 * How many columns a character takes on the terminal. It stands in the place of JLine's class of this name, which knows
 * neither the emoji of the last fifteen years nor that characters join: JLine counts with it wherever it draws. What
 * terminals disagree about is set as the terminal at hand does it.
 *
 * <p>A character may depend on the one before it, so a text has to be asked for from its start on, as JLine does.
 */
public final class WCWidth {
    /** The characters of two columns (East Asian Width W and F of Unicode 14), as code points. */
    private static final String WIDE =
            "1100-115F 231A-231B 2329-232A 23E9-23EC 23F0 23F3 25FD-25FE 2614-2615 2648-2653 267F 2693 26A1 "
                    + "26AA-26AB 26BD-26BE 26C4-26C5 26CE 26D4 26EA 26F2-26F3 26F5 26FA 26FD 2705 270A-270B 2728 274C "
                    + "274E 2753-2755 2757 2795-2797 27B0 27BF 2B1B-2B1C 2B50 2B55 2E80-303E 3041-3247 3250-4DBF "
                    + "4E00-A4C6 A960-A97C AC00-D7A3 F900-FAD9 FE10-FE19 FE30-FE6B FF01-FF60 FFE0-FFE6 16FE0-1B2FB "
                    + "1F004 1F0CF 1F18E 1F191-1F19A 1F200-1F320 1F32D-1F335 1F337-1F37C 1F37E-1F393 1F3A0-1F3CA "
                    + "1F3CF-1F3D3 1F3E0-1F3F0 1F3F4 1F3F8-1F43E 1F440 1F442-1F4FC 1F4FF-1F53D 1F54B-1F54E 1F550-1F567 "
                    + "1F57A 1F595-1F596 1F5A4 1F5FB-1F64F 1F680-1F6C5 1F6CC 1F6D0-1F6D2 1F6D5-1F6DF 1F6EB-1F6EC "
                    + "1F6F4-1F6FF 1F7E0-1F7F0 1F90C-1F93A 1F93C-1F945 1F947-1F9FF 1FA70-1FAFF 20000-3FFFD";

    private static final TreeMap<Integer, Integer> WIDE_RANGES = ranges();
    private static final int JOINER = 0x200D;
    private static final int EMOJI_STYLE = 0xFE0F;

    private static volatile boolean joinsTones;
    private static volatile boolean joinsEmoji;
    private static volatile boolean widensEmoji;

    /** What was asked for last, by each thread. */
    private static final ThreadLocal<Last> LAST = ThreadLocal.withInitial(Last::new);

    private static final class Last {
        private int character;
        private boolean joined;
    }

    private WCWidth() {}

    /** Whether a skin tone changes the emoji before it, and takes no columns of its own. */
    public static void joinTones(boolean joins) {
        joinsTones = joins;
    }

    /** Whether emoji with a joiner between them are one. */
    public static void joinEmoji(boolean joins) {
        joinsEmoji = joins;
    }

    /** Whether a sign that is to look like an emoji takes two columns. */
    public static void widenEmoji(boolean widens) {
        widensEmoji = widens;
    }

    /** The columns of a character that follows the one that was asked for before; -1 for a control character. */
    public static int wcwidth(int character) {
        Last last = LAST.get();
        int before = last.character;
        last.character = character;
        if (character == EMOJI_STYLE) {
            return widensEmoji && !last.joined && isSign(before) && ofItself(before) == 1 ? 1 : 0;
        }
        last.joined = before == JOINER && joinsEmoji && isPicture(character)
                || last.joined && character == JOINER
                || isTone(character) && joinsTones && isPicture(before);
        return last.joined ? 0 : ofItself(character);
    }

    private static int ofItself(int character) {
        if (character == 0) {
            return 0;
        }
        if (character < 0x20 || character >= 0x7F && character < 0xA0) {
            return -1;
        }
        if (character < 0x300) {
            return 1;
        }
        return isWithoutWidth(character) ? 0 : isWide(character) ? 2 : 1;
    }

    private static boolean isWithoutWidth(int character) {
        int type = Character.getType(character);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.FORMAT
                || character >= 0x1160 && character <= 0x11FF // they join to a Hangul syllable
                || character >= 0xD7B0 && character <= 0xD7FF;
    }

    private static boolean isWide(int character) {
        Map.Entry<Integer, Integer> range = WIDE_RANGES.floorEntry(character);
        return range != null && character <= range.getValue();
    }

    private static boolean isTone(int character) {
        return character >= 0x1F3FB && character <= 0x1F3FF;
    }

    private static boolean isPicture(int character) {
        return character >= 0x2190 && character <= 0x2BFF || character >= 0x1F000 && character <= 0x1FAFF;
    }

    private static boolean isSign(int character) {
        return isPicture(character) || character >= '0' && character <= '9' || character == '#' || character == '*';
    }

    private static TreeMap<Integer, Integer> ranges() {
        TreeMap<Integer, Integer> ranges = new TreeMap<>();
        for (String range : WIDE.split(" ")) {
            String[] ends = range.split("-");
            ranges.put(Integer.parseInt(ends[0], 16), Integer.parseInt(ends[ends.length - 1], 16));
        }
        return ranges;
    }
}
