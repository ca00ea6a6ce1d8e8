package pinplan.media;

/** Whether a picture's sides may be decoded at all and suit Pinterest. Asked as soon as they are read. */
record Size(long maxPixels, int minSide, int maxFrames) {
    Size(MediaLimits limits) {
        this(limits.maxPixels(), limits.minSide(), limits.maxFrames());
    }

    void check(long width, long height) throws Refusal {
        if (width <= 0 || height <= 0 || width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
            throw Cursor.damaged();
        }
        if (width * height > maxPixels) {
            throw new Refusal("This picture has " + Words.pixels(width, height) + ", which is "
                    + Words.megapixels(width * height) + ". At most " + Words.megapixels(maxPixels) + " are taken.");
        }
        if (width < minSide || height < minSide) {
            throw new Refusal("This picture has " + Words.pixels(width, height) + ". Pinterest needs at least "
                    + Words.pixels(minSide, minSide) + ".");
        }
    }

    void checkFrame(long width, long height, int number) throws Refusal {
        if (width <= 0 || height <= 0 || width * height > maxPixels) {
            throw Cursor.damaged();
        }
        if (number > maxFrames) {
            throw new Refusal("This GIF has more than " + maxFrames + " frames. Save it as an MP4 video.");
        }
    }
}
