using Ascs.TrustedParty.AnonymousIds;
using Ascs.TrustedParty.Evidence;

namespace Ascs.TrustedParty.Tests.Bench;

/// <summary>Outcomes in two pages: the newest, and the one behind the cursor `older`.</summary>
internal sealed class FakeHistory : ICommunicationHistory
{
    public List<OutcomeRecord> Newest { get; } = [];

    public List<OutcomeRecord> Older { get; } = [];

    public Task<OutcomePage?> ByAidAsync(AidRecord record, string? cursor, int limit, CancellationToken cancellationToken) => Task.FromResult(cursor switch
    {
        null => new OutcomePage(Newest, Older.Count > 0 ? "older" : null),
        "older" => new OutcomePage(Older, null),
        _ => null,
    });
}
