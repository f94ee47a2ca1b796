/**
 * Tags on screen: the chip, putting tags on by typing, keeping them in order. Features above use
 * {@link com.tryzore.crm.tags.ui.TagChip}, {@link com.tryzore.crm.tags.ui.SubjectTags} and {@link
 * com.tryzore.crm.tags.ui.TagsDialog}.
 */
@NullMarked
@NamedInterface("ui")
package com.tryzore.crm.tags.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
