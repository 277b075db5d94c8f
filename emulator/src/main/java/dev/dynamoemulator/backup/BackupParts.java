package dev.dynamoemulator.backup;

/** What there is for backing up tables and restoring them, to be handed on together. */
public record BackupParts(
    ContinuousBackups continuousBackups, Backups backups, Restores restores) {}
