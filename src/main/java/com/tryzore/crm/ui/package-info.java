/**
 * The building blocks every view is made of. Each class shows how to use it at its top.
 *
 * <ul>
 *   <li>Saying things: {@link com.tryzore.crm.ui.Texts}, {@link com.tryzore.crm.ui.Formats}, {@link
 *       com.tryzore.crm.ui.Money}, {@link com.tryzore.crm.ui.Toasts}
 *   <li>States and people: {@link com.tryzore.crm.ui.Tone}, {@link com.tryzore.crm.ui.StatusBadge},
 *       {@link com.tryzore.crm.ui.Avatar}, {@link com.tryzore.crm.ui.Icon}
 *   <li>A view's frame: {@link com.tryzore.crm.ui.Toolbar}, {@link com.tryzore.crm.ui.FilterBar},
 *       {@link com.tryzore.crm.ui.LatePopover}, {@link com.tryzore.crm.ui.SearchField}, {@link
 *       com.tryzore.crm.ui.QueryState}, {@link com.tryzore.crm.ui.EmptyState}, {@link
 *       com.tryzore.crm.ui.LoadFailed}
 *   <li>Asking: {@link com.tryzore.crm.ui.FormDialog}, {@link com.tryzore.crm.ui.FieldErrors},
 *       {@link com.tryzore.crm.ui.Confirm}
 *   <li>Keys and scanners: {@link com.tryzore.crm.ui.Shortcuts}, {@link
 *       com.tryzore.crm.ui.KeyHint}, {@link com.tryzore.crm.ui.ScanListener}, {@link
 *       com.tryzore.crm.ui.PaletteSource}
 *   <li>Other desks: {@link com.tryzore.crm.ui.LiveUpdates}
 * </ul>
 *
 * <p>Class names for plain components, from {@code frontend/styles}: buttons {@code zore-primary},
 * {@code zore-quiet}, {@code zore-danger}, {@code zore-icon-button}; {@code zore-card}, {@code
 * zore-page} (a view's root), {@code zore-muted}, {@code zore-strong}, {@code zore-number}; grids
 * {@code zore-grid}.
 */
@NullMarked
package com.tryzore.crm.ui;

import org.jspecify.annotations.NullMarked;
