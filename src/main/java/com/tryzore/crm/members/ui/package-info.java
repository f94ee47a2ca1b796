/**
 * Members on screen: roster, profile, forms. Features above use {@link
 * com.tryzore.crm.members.ui.MemberPhotos}, {@link com.tryzore.crm.members.ui.StatusLook} and
 * {@link com.tryzore.crm.members.ui.MemberNews}, and offer what they can do with a member as a
 * {@link com.tryzore.crm.members.ui.MemberDeed}.
 */
@NullMarked
@NamedInterface("ui")
package com.tryzore.crm.members.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
