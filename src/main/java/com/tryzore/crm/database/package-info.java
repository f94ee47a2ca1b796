/**
 * The PostgreSQL server the application stands on: embedded or external, its roles, migrations and
 * scheduled maintenance. Everybody above sees {@link com.tryzore.crm.database.LoginCredentials}
 * only.
 */
@NullMarked
package com.tryzore.crm.database;

import org.jspecify.annotations.NullMarked;
