package org.govsocial.media;

/** Averages the pixels of a frame within the cells of a {@link FlashMeter}, in linear light. */
final class Cells {
    /** Linear light of each sRGB value (WCAG 2.2, "relative luminance"). */
    private static final float[] LINEAR = new float[256];

    static {
        for (int i = 0; i < LINEAR.length; i++) {
            double c = i / 255.0;
            LINEAR[i] = (float) (c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4));
        }
    }

    private Cells() {}

    /**
     * The cells of a frame.
     *
     * @param pixels 0xRRGGBB, row by row
     */
    static float[] of(int[] pixels, int width, int height) {
        var cells = new float[FlashMeter.WIDE * FlashMeter.HIGH * 3];
        for (int y = 0; y < FlashMeter.HIGH; y++) {
            int top = y * height / FlashMeter.HIGH;
            int bottom = Math.max(top + 1, (y + 1) * height / FlashMeter.HIGH);
            for (int x = 0; x < FlashMeter.WIDE; x++) {
                int left = x * width / FlashMeter.WIDE;
                int right = Math.max(left + 1, (x + 1) * width / FlashMeter.WIDE);
                float r = 0;
                float g = 0;
                float b = 0;
                for (int row = top; row < bottom; row++) {
                    for (int at = row * width + left, end = row * width + right; at < end; at++) {
                        int pixel = pixels[at];
                        r += LINEAR[pixel >> 16 & 0xFF];
                        g += LINEAR[pixel >> 8 & 0xFF];
                        b += LINEAR[pixel & 0xFF];
                    }
                }
                int count = (bottom - top) * (right - left);
                int cell = 3 * (y * FlashMeter.WIDE + x);
                cells[cell] = r / count;
                cells[cell + 1] = g / count;
                cells[cell + 2] = b / count;
            }
        }
        return cells;
    }
}
