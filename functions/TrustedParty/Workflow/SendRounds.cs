using Ascs.Contracts;

namespace Ascs.TrustedParty.Workflow;

/// <summary>
/// Attestation in rounds: which recipients are told together, and what is told of each, is fixed and stored before the first leaf is made. A round that a crash
/// repeats is then the same batch of the same leaves, whatever was reported meanwhile, and the log takes it once. Pure.
/// </summary>
internal static class SendRounds
{
    /// <summary>Opens the next round when none is open and an outcome is to be told.</summary>
    public static SendState Open(SendState state, UnixTime now)
    {
        var any = false;
        foreach (var line in state.Lines)
        {
            if (line.IsBeingTold) return state;
            any |= IsToTell(state, line);
        }

        if (!any) return state;
        var round = state.Round + 1;
        return state with
        {
            Round = round,
            RoundAt = now,
            Lines = [.. state.Lines.Select(l => IsToTell(state, l)
                ? l with { Told = l.Fate, Round = round, Leaf = null, Former = l.Leaf >= 0 ? l.Round : 0, FormerLeaf = l.Leaf >= 0 ? l.Leaf : null }
                : l)],
        };
    }

    /// <summary>Closes the open round.</summary>
    public static SendState Close(SendState state, SendEvent.Attested attested)
    {
        if (attested.Round != state.Round) return state;
        var lines = state.Lines.Select(l => l.IsBeingTold ? l with { Leaf = -1 } : l).ToArray();
        for (var i = 0; i < attested.Recipients.Count; i++)
        {
            var line = state.Lines[attested.Recipients[i]];
            if (line.IsBeingTold) lines[attested.Recipients[i]] = line with { Leaf = attested.FirstLeaf + i };
        }

        return state with { Lines = lines };
    }

    // An outcome is told when nothing more is waited for, and again when a late receipt knows better.
    private static bool IsToTell(SendState state, SendLine line) =>
        line is { IsKnown: true, Fate: { } fate } && (line.IsFinal || state.DeadlinePassed) && (line.Told is not { } told || KnowsBetter(fate, told));

    // The operator's word that nothing went out proves what its silence did not, though the outcome is the same (decision 41).
    private static bool KnowsBetter(Fate fate, Fate told) => fate.Outcome != told.Outcome || (fate.IsProvedUnsent && !told.IsProvedUnsent);
}
