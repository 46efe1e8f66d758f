using Microsoft.Data.Sqlite;

namespace Ascs.Hosts.Handset.Store;

/// <summary>
/// The tables. Layout serves the write path: messages, events and pending receipts are appended in key order, and a hand-over touches two
/// random index pages, its message id's and its thread's (or, the first time, its number's). Times are milliseconds since the Unix epoch, UTC.
/// </summary>
internal static class Schema
{
    /// <summary>Written to <c>user_version</c>. A store with a higher one belongs to a newer handset and is refused.</summary>
    internal const long Version = 1;

    private const string Tables = """
        -- head = seq of the newest event; the counters are totals since the store was made.
        CREATE TABLE gateways (gateway INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, head INTEGER NOT NULL DEFAULT 0,
            accepted INTEGER NOT NULL DEFAULT 0, rejected INTEGER NOT NULL DEFAULT 0, receipts INTEGER NOT NULL DEFAULT 0, replies INTEGER NOT NULL DEFAULT 0);
        CREATE TABLE phones (phone INTEGER PRIMARY KEY, number TEXT NOT NULL UNIQUE);
        -- The key that makes the ids in URLs out of the numbers of rows in phones.
        CREATE TABLE phone_ids (key BLOB NOT NULL);
        INSERT INTO phone_ids VALUES (randomblob(16));
        CREATE TABLE threads (thread INTEGER PRIMARY KEY, phone INTEGER NOT NULL, gateway INTEGER NOT NULL, port TEXT NOT NULL,
            read_to INTEGER NOT NULL DEFAULT 0, UNIQUE (phone, gateway, port));
        -- One row per hand-over, repeated message ids included, and one per reply (ending NULL). thread is NULL for rejected hand-overs.
        CREATE TABLE messages (row INTEGER PRIMARY KEY, thread INTEGER, gateway INTEGER NOT NULL, message_id TEXT, attempt INTEGER NOT NULL,
            ending INTEGER, code TEXT, received INTEGER NOT NULL, at INTEGER NOT NULL, segments INTEGER NOT NULL, text TEXT NOT NULL);
        CREATE INDEX messages_by_thread ON messages (thread, row) WHERE thread IS NOT NULL;
        CREATE INDEX messages_by_id ON messages (message_id, gateway) WHERE message_id IS NOT NULL;
        CREATE INDEX messages_repeated ON messages (gateway, row) WHERE attempt > 1;
        -- Receipts that are decided and not yet due. Nothing here depends on memory: a restart goes on where it was.
        CREATE TABLE pending (due INTEGER NOT NULL, item INTEGER NOT NULL, gateway INTEGER NOT NULL, message_id TEXT NOT NULL,
            ending INTEGER NOT NULL, code TEXT, at INTEGER NOT NULL, PRIMARY KEY (due, item)) WITHOUT ROWID;
        -- What a gateway reports, by a sequence of its own without gaps. number, port and text only for replies.
        CREATE TABLE events (gateway INTEGER NOT NULL, seq INTEGER NOT NULL, ending INTEGER, message_id TEXT, code TEXT,
            number TEXT, port TEXT, text TEXT, at INTEGER NOT NULL, PRIMARY KEY (gateway, seq)) WITHOUT ROWID;
        PRAGMA user_version = 1;
        """;

    internal static void Apply(SqliteConnection connection)
    {
        var found = Found(connection);
        if (found > Version) throw new HandsetStartException($"The store is of version {found}, this handset knows version {Version}: start the newer handset.");
        if (found == Version) return;
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.CommandText = Tables;
        command.ExecuteNonQuery();
        transaction.Commit();
    }

    private static long Found(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA user_version";
        return (long)command.ExecuteScalar()!;
    }
}
