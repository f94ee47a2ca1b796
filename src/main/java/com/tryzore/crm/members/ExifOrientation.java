package com.tryzore.crm.members;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Which way up a JPEG was taken, as its camera noted it. Reads the file's own bytes, because the
 * decoder's metadata refuses files in which the note stands before the JFIF segment.
 *
 * <p>Source: CIPA DC-008 (Exif 2.32), 4.6.4, tag 0x0112; TIFF 6.0, section 2.
 */
final class ExifOrientation {
  private static final byte[] SIGNATURE = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
  private static final int START_OF_SCAN = 0xDA;
  private static final int APP1 = 0xE1;
  private static final int ORIENTATION = 0x0112;
  private static final int ENTRY_BYTES = 12;

  /** As it stands. */
  static final int UPRIGHT = 1;

  private ExifOrientation() {}

  /** The orientation, 1 to 8; {@link #UPRIGHT} when the file says nothing that can be read. */
  static int of(byte[] jpeg) {
    try {
      int position = 2;
      while (position + 4 <= jpeg.length && (jpeg[position] & 0xFF) == 0xFF) {
        int marker = jpeg[position + 1] & 0xFF;
        int length = ((jpeg[position + 2] & 0xFF) << 8) | (jpeg[position + 3] & 0xFF);
        if (marker == START_OF_SCAN || length < 2) {
          return UPRIGHT;
        }
        int end = Math.min(jpeg.length, position + 2 + length);
        ByteBuffer segment =
            ByteBuffer.wrap(jpeg, position + 4, Math.max(0, end - position - 4)).slice();
        if (marker == APP1 && isExif(segment)) {
          return inTiff(segment.slice(SIGNATURE.length, segment.limit() - SIGNATURE.length));
        }
        position += 2 + length;
      }
      return UPRIGHT;
    } catch (BufferUnderflowException | IndexOutOfBoundsException brokenNote) {
      return UPRIGHT; // a picture is not refused for what stands beside its pixels
    }
  }

  private static boolean isExif(ByteBuffer segment) {
    return segment.limit() >= SIGNATURE.length
        && segment.slice(0, SIGNATURE.length).equals(ByteBuffer.wrap(SIGNATURE));
  }

  private static int inTiff(ByteBuffer tiff) {
    tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = tiff.getInt(4);
    int entries = tiff.getShort(directory) & 0xFFFF;
    for (int i = 0; i < entries; i++) {
      int entry = directory + 2 + i * ENTRY_BYTES;
      if ((tiff.getShort(entry) & 0xFFFF) == ORIENTATION) {
        int value = tiff.getShort(entry + 8) & 0xFFFF;
        return value >= 1 && value <= 8 ? value : UPRIGHT;
      }
    }
    return UPRIGHT;
  }
}
