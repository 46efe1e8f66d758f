using System.Security.Cryptography;
using System.Text;
using Ascs.Storage;
using Microsoft.AspNetCore.Http;

namespace Ascs.Enterprise.Subscriptions;

/// <summary>
/// Counts tries at manage codes per address and quarter of an hour, in the shared store, before a code is looked at: tries side by side count too. The address is
/// kept as a hash and for the quarter only. (Codes have 100 bits; this is about load and about being seen to care.)
/// </summary>
internal sealed class CodeTries(IDocumentStore store, TimeProvider time)
{
    /// <summary>Tries an address has in a window.</summary>
    public const int Allowed = 10;

    /// <summary>The window.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    private const string Id = "tries";
    private static readonly DocumentSchema<int> Schema = new("code tries", 1, SubscriptionJson.Default.Int32);

    /// <summary>Counts one; false when the address has had all of them.</summary>
    public async Task<bool> CountAsync(HttpContext context, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var window = now.UtcTicks / Window.Ticks;
        var partition = $"tries-{window}-{Hash(context.Connection.RemoteIpAddress?.ToString() ?? "unknown")}";
        var end = new DateTimeOffset((window + 1) * Window.Ticks, TimeSpan.Zero);
        while (true)
        {
            var read = await store.ReadAsync(Containers.Work, new DocumentKey(partition, Id), Schema, ct);
            if (read?.Value >= Allowed)
                return false;
            var write = read is null ? Schema.Create(Id, 1, end) : Schema.Replace(Id, read.Value + 1, read.ETag, end);
            if (await store.TryCommitAsync(Containers.Work, partition, write, ct) is not null)
                return true;
        }
    }

    private static string Hash(string address) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address)))[..32];
}
