package com.tryzore.crm.tags;

/**
 * A tag and what has become of it, for those who keep the tags in order.
 *
 * @param tag the tag
 * @param version which version of it was read, for optimistic locking
 * @param subjects how many subjects it is on
 * @param archived whether it is out of use: kept where it is, offered no more
 */
public record TagUse(Tag tag, long version, long subjects, boolean archived) {}
