using Ascs.Contracts;

namespace Ascs.TrustedParty.Dispatches;

/// <summary>How dispatches are carried out.</summary>
public sealed record DispatchOptions
{
    /// <summary>How long receipts are waited for before an outcome is attested as it stands (72 hours).</summary>
    public TimeSpan ReceiptPatience { get; init; } = TimeSpan.FromHours(72);

    /// <summary>How far ahead an order's `notAfter` is at most (30 s): after a withdrawal nothing can go out later than this.</summary>
    public TimeSpan OrderPatience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How far ahead a dispatch may be scheduled (30 days).</summary>
    public TimeSpan MostAhead { get; init; } = TimeSpan.FromDays(30);

    /// <summary>How far `notBefore` may lie in the past and still mean now (5 s: clocks and the way here).</summary>
    public TimeSpan PastTolerance { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long dispatches, usage and records of communication are kept (365 days: private data not longer than a year).</summary>
    public TimeSpan Retention { get; init; } = TimeSpan.FromDays(365);

    /// <summary>Ports from which operators send subscriber notices; an operator not named here uses <see cref="NoticeSender"/>.</summary>
    public IReadOnlyDictionary<OperatorId, SenderId> NoticeSenders { get; init; } = new Dictionary<OperatorId, SenderId>();

    /// <summary>The port of subscriber notices unless the operator has its own (10000).</summary>
    public SenderId NoticeSender { get; init; } = SenderId.Parse("10000");

    /// <summary>Calls to one operator at the same time (4).</summary>
    public int CallsPerOperator { get; init; } = 4;

    /// <summary>How long orders wait for others to share their call (3 ms).</summary>
    public TimeSpan Gathering { get; init; } = TimeSpan.FromMilliseconds(3);

    /// <summary>Recipients in memory at most; beyond that new dispatches are answered TOO_MANY_REQUESTS (100,000: about 200 MB).</summary>
    public int MostRecipientsAtWork { get; init; } = 100_000;

    /// <summary>How long a dispatch without anything to do stays in memory (5 s).</summary>
    public TimeSpan IdleTime { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Name of this instance of the platform. An instance takes its own leases back at once when it starts again, those of another one only when they have run out:
    /// two instances at the same time need two names.
    /// </summary>
    public string Instance { get; init; } = "local";
}
