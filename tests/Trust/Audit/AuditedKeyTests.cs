using System.Text;
using Ascs.Storage;
using Ascs.Trust.Audit;
using Ascs.Trust.Keys;
using Ascs.Trust.Tests.Certificates;
using Ascs.Trust.Tests.Keys;

namespace Ascs.Trust.Tests.Audit;

/// <summary>Every key act is on record, before it takes effect and behind it, and no key is.</summary>
public sealed class AuditedKeyTests : IDisposable
{
    private readonly AuditBed bed = new();
    private readonly RingFixture keys = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task each_act_is_begun_and_ended()
    {
        var secret = Encoding.ASCII.GetBytes("0123456789abcdefghijklmnopqrstuv");
        await using (var trail = bed.Open())
        {
            var ring = await RingAsync(trail);
            await ring.EnsureAsync(KeyNames.Answers, KeyAlgorithm.Sm4, Issued.Now, Ct);
            await ring.EnsureAsync(KeyNames.Answers, KeyAlgorithm.Sm4, Issued.Now, Ct); // there already: no act
            await ring.RotateAsync(KeyNames.Answers, Issued.Now, Ct);
            await ring.ImportAsync(KeyNames.Pair(Issued.Platform()), 1, secret, Issued.Now, Ct);
            await ring.RewrapAsync(Ct);
            await ring.DestroyAsync(KeyNames.Answers, 1, Issued.Now, Ct);
            await ring.DestroyAsync("nothing", 1, Issued.Now, Ct);
        }

        var entries = (await bed.BatchesAsync()).SelectMany(batch => batch.Entries).Select(entry => $"{entry.Event} {entry.Who} {entry.What} {entry.Result}");
        Assert.Equal(
            [
                "KeyCreated operator:ann answers-v1 BEGUN", "KeyCreated operator:ann answers-v1 OK",
                "KeyRotated operator:ann answers-v2 BEGUN", "KeyRotated operator:ann answers-v2 OK",
                $"KeyCreated operator:ann pair-{Issued.Platform()}-v1 BEGUN", $"KeyCreated operator:ann pair-{Issued.Platform()}-v1 OK",
                "KeyRewrapped operator:ann all BEGUN", "KeyRewrapped operator:ann all UNCHANGED",
                "KeyDestroyed operator:ann answers-v1 BEGUN", "KeyDestroyed operator:ann answers-v1 OK",
                "KeyDestroyed operator:ann nothing-v1 BEGUN", "KeyDestroyed operator:ann nothing-v1 UNCHANGED",
            ],
            entries);
        var page = await bed.Inner.RangeAsync(Containers.Audit, AuditDocument.Partition, IdRange.First, IdRange.End, 100, Ct);
        Assert.DoesNotContain(page.Items, document => document.Body.Span.IndexOf(secret) >= 0);
    }

    [Fact]
    public async Task an_act_that_fails_is_on_record_as_failed()
    {
        await using (var trail = bed.Open())
        {
            var ring = await RingAsync(trail);
            keys.Store.Plan = FaultPlans.When(call => call.Operation == StoreOperation.Commit, Fault.Lost);
            await Assert.ThrowsAsync<StoreUnavailableException>(() => ring.EnsureAsync(KeyNames.Answers, KeyAlgorithm.Sm4, Issued.Now, Ct));
        }

        Assert.Equal(["BEGUN", "FAILED"], (await bed.BatchesAsync()).SelectMany(batch => batch.Entries).Select(entry => entry.Result));
    }

    [Fact]
    public async Task what_can_not_go_on_record_does_not_happen()
    {
        await using var trail = bed.Open();
        var ring = await RingAsync(trail);
        await ring.EnsureAsync(KeyNames.Answers, KeyAlgorithm.Sm4, Issued.Now, Ct);
        bed.Store.Plan = FaultPlans.When(call => call.Operation == StoreOperation.Commit, Fault.Lost);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => ring.DestroyAsync(KeyNames.Answers, 1, Issued.Now, Ct));
        Assert.NotNull(ring.Find(KeyNames.Answers, 1));
        bed.Store.Plan = FaultPlans.None;
    }

    public void Dispose()
    {
        keys.Dispose();
        bed.Dispose();
    }

    private async Task<KeyRing> RingAsync(AuditTrail trail)
    {
        var ring = await keys.OpenAsync();
        ring.RecordIn(new AuditedKeys(trail, "operator:ann", bed.Time));
        return ring;
    }
}
