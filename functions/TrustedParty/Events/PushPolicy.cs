using Ascs.Trust.Calls;

namespace Ascs.TrustedParty.Events;

/// <summary>
/// Decides how to go on after a push. An enterprise that lost events refuses what follows the gap, without saying how wide it is: each refusal steps back twice
/// as far, so that it is found in a few tries and little is offered again.
/// </summary>
internal static class PushPolicy
{
    /// <summary>The first step back: a batch.</summary>
    public const long FirstBack = 500;

    private const long MostBack = 1L << 50; // further than any sequence: doubling ends here
    private static readonly Backoff Pauses = new(TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(30));

    /// <summary>From the last acknowledged event on.</summary>
    public static PushPlan Begin { get; } = new(0, Pauses.First);

    /// <summary>The plan after a step.</summary>
    public static PushPlan After(PushPlan plan, PushStep step) => step switch
    {
        PushStep.Gap => new(Math.Clamp(plan.Back * 2, FirstBack, MostBack), Pauses.After(plan.Pause)),
        PushStep.Failed => plan with { Pause = Pauses.After(plan.Pause) },
        _ => Begin,
    };
}
