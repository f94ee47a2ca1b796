package com.tryzore.crm.members;

import com.tryzore.crm.members.PhotoReading.Photo;
import com.tryzore.crm.members.PhotoReading.Reason;
import com.tryzore.crm.members.PhotoReading.Refused;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.geometry.Positions;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.Orientation;
import org.springframework.stereotype.Component;

/**
 * Makes a photo to keep out of whatever was uploaded. The content decides what a file is, never its
 * name. The size in pixels is read before anything is decoded, and large pictures are thinned out
 * while they are decoded, so that no file makes the server hold more than a few million pixels.
 */
@Component
public class PhotoReader {

  /** The most bytes of a file: 15 MiB, more than telephones write. */
  public static final int MOST_BYTES = 15 * 1024 * 1024;

  /** The most pixels of a picture: 60 million. */
  public static final long MOST_PIXELS = 60_000_000;

  /** The fewest pixels on either side. */
  public static final int FEWEST_PIXELS = 48;

  private static final int LONGEST_SIDE = 640;
  private static final int THUMBNAIL_SIDE = 96;
  private static final double QUALITY = 0.85;

  /** Pictures decoded at once; the others wait, rather than all taking memory together. */
  private final Semaphore places = new Semaphore(2, true);

  /** Reads an uploaded file. */
  public PhotoReading read(byte[] file) {
    if (file.length == 0) {
      return new Refused(Reason.EMPTY);
    }
    if (file.length > MOST_BYTES) {
      return new Refused(Reason.TOO_MANY_BYTES);
    }
    if (isOfTelephones(file)) {
      return new Refused(Reason.HEIC);
    }
    Optional<Kind> kind = Kind.of(file);
    if (kind.isEmpty()) {
      return new Refused(Reason.NO_PICTURE);
    }
    Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(kind.get().mediaType);
    if (!readers.hasNext()) {
      return new Refused(Reason.NO_PICTURE);
    }
    places.acquireUninterruptibly();
    try {
      return decode(readers.next(), file, kind.get());
    } catch (IOException | RuntimeException undecodable) {
      // Decoders answer damage with whatever exception is nearest, e.g. an index out of bounds.
      return new Refused(Reason.DAMAGED);
    } finally {
      places.release();
    }
  }

  /** HEIC and AVIF: a box "ftyp" with one of their brands (ISO/IEC 14496-12, 23008-12). */
  private static boolean isOfTelephones(byte[] file) {
    return file.length >= 12
        && new String(file, 4, 8, StandardCharsets.ISO_8859_1)
            .matches("ftyp(hei[cmsx]|hev[cmsx]|mif1|msf1|avi[fs])");
  }

  private static PhotoReading decode(ImageReader reader, byte[] file, Kind kind)
      throws IOException {
    try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      // Without metadata: that of a PNG can unpack to gigabytes.
      reader.setInput(input, true, true);
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      if ((long) width * height > MOST_PIXELS) {
        return new Refused(Reason.TOO_MANY_PIXELS);
      }
      if (Math.min(width, height) < FEWEST_PIXELS) {
        return new Refused(Reason.TOO_SMALL);
      }
      ImageReadParam thinned = reader.getDefaultReadParam();
      int step = Math.max(1, Math.min(width, height) / (2 * LONGEST_SIDE));
      thinned.setSourceSubsampling(step, step, 0, 0);
      BufferedImage picture = onWhite(reader.read(0, thinned));
      BufferedImage turned = kind == Kind.JPEG ? upright(picture, file) : picture;
      return new Photo(fitted(turned), cropped(turned));
    } finally {
      reader.dispose();
    }
  }

  private static BufferedImage upright(BufferedImage picture, byte[] file) {
    int noted = ExifOrientation.of(file);
    return noted == ExifOrientation.UPRIGHT
        ? picture
        : ExifFilterUtils.getFilterForOrientation(Orientation.typeOf(noted)).apply(picture);
  }

  /** JPEG knows no transparency. */
  private static BufferedImage onWhite(BufferedImage picture) {
    BufferedImage opaque =
        new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D brush = opaque.createGraphics();
    brush.drawImage(picture, 0, 0, Color.WHITE, null);
    brush.dispose();
    return opaque;
  }

  private static byte[] fitted(BufferedImage picture) throws IOException {
    int longest = Math.max(picture.getWidth(), picture.getHeight());
    double scale = Math.min(1.0, (double) LONGEST_SIDE / longest);
    return jpeg(Thumbnails.of(picture).scale(scale));
  }

  private static byte[] cropped(BufferedImage picture) throws IOException {
    return jpeg(Thumbnails.of(picture).size(THUMBNAIL_SIDE, THUMBNAIL_SIDE).crop(Positions.CENTER));
  }

  private static byte[] jpeg(Thumbnails.Builder<BufferedImage> picture) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    picture.outputFormat("jpg").outputQuality(QUALITY).toOutputStream(bytes);
    return bytes.toByteArray();
  }

  private enum Kind {
    JPEG("image/jpeg"),
    PNG("image/png"),
    WEBP("image/webp");

    private final String mediaType;

    Kind(String mediaType) {
      this.mediaType = mediaType;
    }

    static Optional<Kind> of(byte[] file) {
      if (begins(file, 0, 0xFF, 0xD8, 0xFF)) {
        return Optional.of(JPEG);
      }
      if (begins(file, 0, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
        return Optional.of(PNG);
      }
      boolean webp = begins(file, 0, 'R', 'I', 'F', 'F') && begins(file, 8, 'W', 'E', 'B', 'P');
      return webp ? Optional.of(WEBP) : Optional.empty();
    }

    private static boolean begins(byte[] file, int offset, int... signature) {
      if (file.length < offset + signature.length) {
        return false;
      }
      for (int i = 0; i < signature.length; i++) {
        if ((file[offset + i] & 0xFF) != signature[i]) {
          return false;
        }
      }
      return true;
    }
  }
}
