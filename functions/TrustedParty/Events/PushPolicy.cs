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
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan MostPause = TimeSpan.FromSeconds(30);

    /// <summary>From the last acknowledged event on.</summary>
    public static PushPlan Begin { get; } = new(0, FirstPause);

    /// <summary>The plan after a step.</summary>
    public static PushPlan After(PushPlan plan, PushStep step) => step switch
    {
        PushStep.Gap => new(Math.Clamp(plan.Back * 2, FirstBack, MostBack), Longer(plan.Pause)),
        PushStep.Failed => plan with { Pause = Longer(plan.Pause) },
        _ => Begin,
    };

    private static TimeSpan Longer(TimeSpan pause) => pause * 2 < MostPause ? pause * 2 : MostPause;
}
