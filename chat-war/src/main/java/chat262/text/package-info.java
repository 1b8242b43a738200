/**
 * What counts as a text, a name and a password, and how names are compared and searched.
 *
 * <p>Rules:
 *
 * <ol>
 *   <li>Names are compared, searched and sorted by their {@linkplain chat262.text.Names#fold folded} form.
 *   <li>A search takes time in proportion to the names it reads, whatever the pattern: {@link chat262.text.NamePattern} decides
 *       which names match, the database only narrows.
 *   <li>A text is well-formed Unicode; passwords are compared in NFC and with one kind of space (RFC 8265).
 * </ol>
 *
 * <p>Not its business: which field of a request must be what ({@code requests}).
 */
package chat262.text;
