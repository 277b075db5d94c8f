package dev.dynamoemulator.partiql;

/**
 * A word, sign or literal of a statement.
 *
 * @param keyword which one, for {@link TokenKind#KEYWORD}; otherwise null
 * @param start where it begins in the source
 * @param end where it ends, exclusive
 */
record Token(TokenKind kind, Keyword keyword, int start, int end) {}
