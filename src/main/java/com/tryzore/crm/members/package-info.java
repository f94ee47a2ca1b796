/**
 * Members: clients, their standing at each gym, notes, photos, search, import and saved views. The
 * code says "client" for the person who trains; the screen says "member".
 */
@NullMarked
package com.tryzore.crm.members;

import org.jspecify.annotations.NullMarked;
