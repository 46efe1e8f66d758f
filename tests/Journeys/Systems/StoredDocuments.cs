using System.Security.Cryptography;
using System.Text;
using Ascs.Hosts.Local.Setup;
using Microsoft.Data.Sqlite;

namespace Ascs.Journeys.Tests.Systems;

/// <summary>Names of the documents in a party's stores that mean business; what keeps off replays and repeats, sessions, and the outbox of events, are left out.</summary>
internal static class StoredDocuments
{
    private static readonly string[] Tables = ["c_evidence", "c_ciphertext", "c_work"];

    public static HashSet<string> Of(PartyFolder folder) => [.. Tables.SelectMany(table => Names(folder.Store, table)), .. Names(folder.KeyStore, "c_keys")];

    /// <summary>Every document with a digest of what it says, in the main store and the key store; but for leases, which are prolonged all the time, and what a refused call may leave: its nonce, and its line in the audit trail.</summary>
    public static Dictionary<string, string> ContentsOf(PartyFolder folder) => ((string[])[.. Tables, "c_heads"])
        .SelectMany(table => Contents(folder.Store, table)).Concat(Contents(folder.KeyStore, "c_keys")).ToDictionary();

    /// <summary>What the file holds of one partition, shown by the store or not.</summary>
    public static List<string> IdsOf(string file, string table, string partition) => Read(file, $"SELECT id FROM {table} WHERE p = '{partition}' ORDER BY id");

    private static List<string> Names(string file, string table) => Read(
        file, $"SELECT '{table}/' || p || '/' || id FROM {table} WHERE p NOT LIKE 'replay-%' AND p NOT LIKE 'idempotency-%' AND p NOT LIKE 'events-%' AND p NOT LIKE 'session-%' AND p <> 'caller-sessions'");

    private static IEnumerable<KeyValuePair<string, string>> Contents(string file, string table) =>
        Read(file, $"SELECT '{table}/' || p || '/' || id || '\n' || hex(body) FROM {table} WHERE p NOT LIKE 'replay-%' AND p NOT IN ('leases', 'audit')")
            .Select(line => line.Split('\n')).Select(parts => KeyValuePair.Create(parts[0], Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes(parts[1])))));

    private static List<string> Read(string file, string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the tests' own names
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read())
            names.Add(reader.GetString(0));
        return names;
    }
}
