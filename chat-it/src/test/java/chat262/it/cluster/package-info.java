/**
 * Several servers on one PostgreSQL: what is done at one and seen at the others.
 *
 * <p>Rules:
 *
 * <ol>
 *   <li>All of them are real, and so is the database; a hint that is made up goes through it.
 *   <li>What is stored must be seen with hints and without; what is only told must be seen with them.
 * </ol>
 *
 * <p>Not its business: the promise under faults on several nodes ({@code faults}).
 */
package chat262.it.cluster;
