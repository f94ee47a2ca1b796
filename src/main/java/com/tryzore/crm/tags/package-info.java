/**
 * Tags: words of a gym's own, of six types, with a colour and an icon, and what they are put on.
 * Knows nothing of members: a subject is its id and its type.
 */
@NullMarked
package com.tryzore.crm.tags;

import org.jspecify.annotations.NullMarked;
