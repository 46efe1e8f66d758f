using System.Collections.Concurrent;
using System.Globalization;
using Ascs.Contracts;
using Ascs.Storage;

namespace Ascs.Trust.Limits;

/// <summary>
/// How many AIDs an enterprise may send to in a calendar day (+08:00), over all instances: container Work, partition <c>quota-ENTERPRISE</c>, id = the day.
/// An instance takes shares out of that document and spends them in memory, so that a message costs no write. Of a share, what an instance had not
/// spent when it ended is lost until midnight: a thousandth of the quota at most. More than the quota is never given.
/// </summary>
/// <param name="store">Shared by all instances.</param>
/// <param name="options">With the quota.</param>
/// <param name="time">The clock.</param>
public sealed class DailyQuota(IDocumentStore store, LimitOptions options, TimeProvider time)
{
    private static readonly DocumentSchema<QuotaMark> Schema = new("quota mark", 1, QuotaJson.Default.QuotaMark);

    private readonly ConcurrentDictionary<EnterpriseId, QuotaShare> shares = new();

    private long PerDay => options.AidsPerDay;

    /// <summary>Takes from the day's quota, all or nothing; what is refused costs nothing.</summary>
    /// <param name="enterprise">Whose.</param>
    /// <param name="aids">How many.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<QuotaAnswer> TakeAsync(EnterpriseId enterprise, int aids, CancellationToken cancellationToken)
    {
        var share = shares.GetOrAdd(enterprise, _ => new QuotaShare());
        await share.Access.WaitAsync(cancellationToken); // one at a time asks the store for more
        try
        {
            var now = time.GetUtcNow().ToOffset(Promise.Offset);
            share.Begin(DayOf(now));
            if (share.Left < aids) await EnlargeAsync(share, enterprise, aids - share.Left, now, cancellationToken);
            var passes = share.Left >= aids;
            if (passes) share.Left -= aids;
            return new QuotaAnswer(passes, LevelOf(share, now.Date.AddDays(1) - now.DateTime));
        }
        finally
        {
            share.Access.Release();
        }
    }

    private async Task EnlargeAsync(QuotaShare share, EnterpriseId enterprise, long missing, DateTimeOffset now, CancellationToken ct)
    {
        var key = new DocumentKey($"quota-{enterprise}", share.Day);
        while (true)
        {
            var stored = await store.ReadAsync(Containers.Work, key, Schema, ct);
            var taken = stored?.Value.Taken ?? 0;
            var more = QuotaShare.Next(PerDay, taken, missing);
            share.Unshared = PerDay - taken - more;
            if (more == 0) return;
            var mark = new QuotaMark(taken + more);
            var until = now.AddDays(2);
            var write = stored is null ? Schema.Create(key.Id, mark, until) : Schema.Replace(key.Id, mark, stored.ETag, until);
            if (await store.TryCommitAsync(Containers.Work, key.Partition, write, ct) is null) continue; // another instance was faster
            share.Left += more;
            return;
        }
    }

    private LimitLevel LevelOf(QuotaShare share, TimeSpan untilMidnight) =>
        new("aids-per-day", PerDay, TimeSpan.FromDays(1), Math.Max(0, share.Unshared) + share.Left, untilMidnight, "aids");

    private static string DayOf(DateTimeOffset now) => now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
