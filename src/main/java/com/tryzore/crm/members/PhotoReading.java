package com.tryzore.crm.members;

import java.util.Locale;

/** What an uploaded file came to. */
public sealed interface PhotoReading {

  /**
   * A photo to keep: turned upright, resized, without the place and camera that the file told of.
   *
   * @param image JPEG, at most 640 px on its longer side
   * @param thumbnail JPEG, 96 px square
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on to the database, never compared
  record Photo(byte[] image, byte[] thumbnail) implements PhotoReading {}

  /** The file is no photo to keep; {@code reason} says why. */
  record Refused(Reason reason) implements PhotoReading {}

  /** Why a file is refused. */
  enum Reason {
    /** Nothing in it. */
    EMPTY,
    /** More bytes than {@link PhotoReader#MOST_BYTES}. */
    TOO_MANY_BYTES,
    /** None of JPEG, PNG and WebP, whatever its name says. */
    NO_PICTURE,
    /** HEIC or AVIF, as telephones keep their photos. */
    HEIC,
    /** More pixels than {@link PhotoReader#MOST_PIXELS}. */
    TOO_MANY_PIXELS,
    /** Fewer than {@link PhotoReader#FEWEST_PIXELS} on a side. */
    TOO_SMALL,
    /**
     * It begins like a picture and cannot be decoded: broken off, damaged, or a rare colour model.
     */
    DAMAGED;

    /** The last part of its message key. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
