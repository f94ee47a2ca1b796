package com.tryzore.crm.members;

import static org.assertj.core.api.Assertions.assertThat;

import com.tryzore.crm.members.PhotoReading.Photo;
import com.tryzore.crm.members.PhotoReading.Reason;
import com.tryzore.crm.members.PhotoReading.Refused;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of uploaded files. Pictures are red on the left and blue on the right. */
class PhotoReaderTest {

  private final PhotoReader reader = new PhotoReader();

  @ParameterizedTest
  @CsvSource({"jpg,1600,1200,640,480", "png,300,900,213,640", "png,400,300,400,300"})
  void a_picture_is_kept_no_larger_than_the_longer_side_allows(
      String format, int width, int height, int keptWidth, int keptHeight) throws IOException {
    Photo photo = photo(encoded(redAndBlue(width, height), format));
    BufferedImage image = decoded(photo.image());
    assertThat(image.getWidth()).isEqualTo(keptWidth);
    assertThat(image.getHeight()).isEqualTo(keptHeight);
    assertThat(decoded(photo.thumbnail()).getWidth()).isEqualTo(96);
    assertThat(decoded(photo.thumbnail()).getHeight()).isEqualTo(96);
    assertThat(reddish(image, 0.1, 0.5)).isTrue();
    assertThat(reddish(image, 0.9, 0.5)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    // orientation of EXIF, then where the red half is found
    "1, 0.1, 0.5", "2, 0.9, 0.5", "3, 0.9, 0.5", "4, 0.1, 0.5",
    "5, 0.5, 0.1", "6, 0.5, 0.1", "7, 0.5, 0.9", "8, 0.5, 0.9"
  })
  void a_picture_taken_sideways_stands_upright(int orientation, double x, double y)
      throws IOException {
    Photo photo = photo(turned(encoded(redAndBlue(1000, 800), "jpg"), orientation));
    BufferedImage image = decoded(photo.image());
    assertThat(image.getWidth() > image.getHeight()).isEqualTo(orientation <= 4);
    assertThat(reddish(image, x, y)).isTrue();
    assertThat(reddish(image, 1 - x, 1 - y)).isFalse();
    assertThat(reddish(decoded(photo.thumbnail()), x, y)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 7, 20, 31, 1000})
  void a_broken_note_of_which_way_is_up_harms_nothing(int damagedAt) throws IOException {
    byte[] file = turned(encoded(redAndBlue(1000, 800), "jpg"), 6);
    for (int i = 0; i < 3; i++) {
      file[6 + Math.min(damagedAt, 31) + i] = (byte) 0xFF;
    }
    assertThat(reader.read(file)).isInstanceOf(Photo.class);
  }

  @Test
  void the_note_is_found_behind_other_segments_and_in_either_order_of_bytes() throws IOException {
    byte[] jpeg = encoded(redAndBlue(1000, 800), "jpg");
    byte[] noted = turned(jpeg, 6);
    int jfif = 2 + (((jpeg[4] & 0xFF) << 8) | (jpeg[5] & 0xFF));
    ByteArrayOutputStream behind = new ByteArrayOutputStream();
    behind.write(jpeg, 0, 2 + jfif);
    behind.write(noted, 2, 36);
    behind.write(jpeg, 2 + jfif, jpeg.length - 2 - jfif);
    assertThat(ExifOrientation.of(behind.toByteArray())).isEqualTo(6);
    assertThat(decoded(photo(behind.toByteArray()).image()).getHeight()).isEqualTo(640);
    byte[] little = noted.clone();
    byte[] tiff = {
      'I', 'I', 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0
    };
    System.arraycopy(tiff, 0, little, 12, tiff.length);
    assertThat(ExifOrientation.of(little)).isEqualTo(8);
    assertThat(ExifOrientation.of(jpeg)).isEqualTo(ExifOrientation.UPRIGHT);
  }

  @Test
  void nothing_of_what_a_file_tells_beside_its_pixels_is_kept() throws IOException {
    byte[] file = turned(encoded(redAndBlue(200, 200), "jpg"), 6);
    assertThat(text(file)).contains("Exif");
    assertThat(text(photo(file).image())).doesNotContain("Exif");
  }

  @Test
  void the_noisiest_picture_still_fits_the_table() throws IOException {
    BufferedImage noise = new BufferedImage(2000, 2000, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(1);
    for (int x = 0; x < 2000; x++) {
      for (int y = 0; y < 2000; y++) {
        noise.setRGB(x, y, random.nextInt());
      }
    }
    Photo photo = photo(encoded(noise, "jpg"));
    assertThat(photo.image()).hasSizeLessThan(1_000_000);
    assertThat(photo.thumbnail()).hasSizeLessThan(60_000);
  }

  @Test
  void what_is_transparent_becomes_white() throws IOException {
    BufferedImage glass = new BufferedImage(100, 100, BufferedImage.TYPE_INT_ARGB);
    Color middle = new Color(decoded(photo(encoded(glass, "png")).image()).getRGB(50, 50));
    assertThat(middle.getRed()).isGreaterThan(250);
    assertThat(middle.getBlue()).isGreaterThan(250);
  }

  @Test
  void grey_and_indexed_pictures_are_read_too() throws IOException {
    for (int type :
        new int[] {
          BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_BYTE_INDEXED,
          BufferedImage.TYPE_USHORT_GRAY, BufferedImage.TYPE_BYTE_BINARY
        }) {
      BufferedImage picture = new BufferedImage(120, 120, type);
      assertThat(reader.read(encoded(picture, "png"))).as("type " + type).isInstanceOf(Photo.class);
    }
  }

  @Test
  void a_file_that_is_no_picture_is_refused_whatever_it_claims() throws IOException {
    assertThat(reason(new byte[0])).isEqualTo(Reason.EMPTY);
    assertThat(reason(bytes("<svg xmlns='http://www.w3.org/2000/svg'/>")))
        .isEqualTo(Reason.NO_PICTURE);
    assertThat(reason(bytes("%PDF-1.7"))).isEqualTo(Reason.NO_PICTURE);
    assertThat(reason(encoded(redAndBlue(100, 100), "gif"))).isEqualTo(Reason.NO_PICTURE);
    assertThat(reason(encoded(redAndBlue(100, 100), "bmp"))).isEqualTo(Reason.NO_PICTURE);
    assertThat(reason(bytes("RIFF....WEBPVP8 "))).isEqualTo(Reason.DAMAGED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lossy", "lossless"})
  void webp_is_read_as_browsers_and_telephones_write_it(String name) throws IOException {
    byte[] file;
    try (InputStream content = getClass().getResourceAsStream("/photos/" + name + ".webp")) {
      file = Objects.requireNonNull(content).readAllBytes();
    }
    BufferedImage image = decoded(photo(file).image());
    assertThat(image.getWidth()).isEqualTo(200);
    assertThat(image.getHeight()).isEqualTo(120);
    assertThat(reddish(image, 0.1, 0.5)).isTrue();
    assertThat(reddish(image, 0.9, 0.5)).isFalse();
    assertThat(reason(Arrays.copyOf(file, file.length / 4))).isEqualTo(Reason.DAMAGED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"heic", "heix", "mif1", "msf1", "avif"})
  void what_only_telephones_read_is_called_by_its_name(String brand) {
    assertThat(reason(bytes("\0\0\0\u0018ftyp" + brand + "\0\0\0\0"))).isEqualTo(Reason.HEIC);
    assertThat(reason(bytes("\0\0\0\u0018ftypisom\0\0\0\0"))).isEqualTo(Reason.NO_PICTURE);
  }

  @Test
  void a_picture_that_breaks_off_or_is_damaged_is_refused() throws IOException {
    byte[] png = encoded(redAndBlue(400, 400), "png");
    assertThat(reason(Arrays.copyOf(png, 60))).isEqualTo(Reason.DAMAGED);
    byte[] damaged = png.clone();
    Arrays.fill(damaged, 40, damaged.length - 20, (byte) 7);
    assertThat(reason(damaged)).isEqualTo(Reason.DAMAGED);
    assertThat(reason(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 1, 2, 3}))
        .isEqualTo(Reason.DAMAGED);
  }

  @Test
  void a_tiny_picture_is_refused() throws IOException {
    assertThat(reason(encoded(redAndBlue(400, 20), "png"))).isEqualTo(Reason.TOO_SMALL);
  }

  @Test
  void a_file_of_too_many_bytes_is_refused_unread() {
    assertThat(reason(new byte[PhotoReader.MOST_BYTES + 1])).isEqualTo(Reason.TOO_MANY_BYTES);
  }

  @Test
  void a_bomb_of_30000_by_30000_pixels_is_refused_before_it_is_unpacked() throws IOException {
    byte[] bomb = png(30_000, 30_000, 64);
    assertThat(bomb.length).isLessThan(1000);
    assertThat(reason(bomb)).isEqualTo(Reason.TOO_MANY_PIXELS);
  }

  @Test
  void a_large_honest_picture_is_read_without_ever_holding_all_its_pixels() throws IOException {
    byte[] file = png(7_500, 7_500, 7_500);
    long before = allocated();
    Photo photo = photo(file);
    assertThat(allocated() - before).isLessThan(60L * 1024 * 1024);
    assertThat(decoded(photo.image()).getWidth()).isEqualTo(640);
  }

  private static long allocated() {
    return ((com.sun.management.ThreadMXBean)
            java.lang.management.ManagementFactory.getThreadMXBean())
        .getCurrentThreadAllocatedBytes();
  }

  private Photo photo(byte[] file) {
    PhotoReading reading = reader.read(file);
    assertThat(reading).isInstanceOf(Photo.class);
    return (Photo) reading;
  }

  private Reason reason(byte[] file) {
    PhotoReading reading = reader.read(file);
    assertThat(reading).isInstanceOf(Refused.class);
    return ((Refused) reading).reason();
  }

  static BufferedImage redAndBlue(int width, int height) {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D brush = picture.createGraphics();
    brush.setColor(Color.RED);
    brush.fillRect(0, 0, width / 2, height);
    brush.setColor(Color.BLUE);
    brush.fillRect(width / 2, 0, width - width / 2, height);
    brush.dispose();
    return picture;
  }

  private static boolean reddish(BufferedImage image, double x, double y) {
    Color colour =
        new Color(image.getRGB((int) (x * image.getWidth()), (int) (y * image.getHeight())));
    return colour.getRed() > 150 && colour.getBlue() < 100;
  }

  static byte[] encoded(BufferedImage picture, String format) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    assertThat(ImageIO.write(picture, format, bytes)).isTrue();
    return bytes.toByteArray();
  }

  private static BufferedImage decoded(byte[] image) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(image));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** The JPEG with an EXIF segment (TIFF, big-endian, one entry: tag 0x0112) after its start. */
  private static byte[] turned(byte[] jpeg, int orientation) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(file);
    out.write(jpeg, 0, 2);
    out.writeShort(0xFFE1);
    out.writeShort(2 + 6 + 26);
    out.writeBytes("Exif\0\0MM");
    out.writeShort(42);
    out.writeInt(8);
    out.writeShort(1);
    out.writeShort(0x0112);
    out.writeShort(3);
    out.writeInt(1);
    out.writeShort(orientation);
    out.writeShort(0);
    out.writeInt(0);
    out.write(jpeg, 2, jpeg.length - 2);
    return file.toByteArray();
  }

  /** A PNG that says it is that large and holds so many rows of red; RGB, eight bits. */
  private static byte[] png(int width, int height, int rows) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(file);
    out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A});
    ByteBuffer head = ByteBuffer.allocate(13).putInt(width).putInt(height);
    head.put((byte) 8).put((byte) 2).put((byte) 0).put((byte) 0).put((byte) 0);
    chunk(out, "IHDR", head.array());
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater =
        new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_SPEED))) {
      byte[] row = new byte[1 + 3 * Math.min(width, rows == height ? width : 1)];
      for (int i = 1; i < row.length; i += 3) {
        row[i] = (byte) 0xFF;
      }
      for (int i = 0; i < rows; i++) {
        deflater.write(row);
      }
    }
    chunk(out, "IDAT", packed.toByteArray());
    chunk(out, "IEND", new byte[0]);
    return file.toByteArray();
  }

  private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
    out.writeInt(data.length);
    CRC32 sum = new CRC32();
    sum.update(bytes(type));
    sum.update(data);
    out.write(bytes(type));
    out.write(data);
    out.writeInt((int) sum.getValue());
  }
}
