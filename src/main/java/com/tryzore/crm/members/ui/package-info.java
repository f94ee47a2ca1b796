/**
 * Members on screen: roster, profile, forms. Features above use {@link
 * com.tryzore.crm.members.ui.MemberPhotos}, {@link com.tryzore.crm.members.ui.StatusLook} and
 * {@link com.tryzore.crm.members.ui.MemberNews}.
 */
@NullMarked
@NamedInterface("ui")
package com.tryzore.crm.members.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
