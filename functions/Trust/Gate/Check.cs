using Ascs.Contracts;

namespace Ascs.Trust.Gate;

/// <summary>One check of the gate, with one reason to refuse. Has no state of its own.</summary>
public abstract class Check
{
    /// <summary>The one code this check refuses with; named in its class, compared in tests.</summary>
    public abstract IReadOnlyList<ProblemCode> Refusals { get; }

    /// <summary>Null to let the call pass on to the next check.</summary>
    internal virtual ValueTask<Problem?> RunAsync(Passage passage, GateParts parts, CancellationToken cancellationToken) => new(Run(passage, parts));

    /// <summary>For checks that wait for nothing.</summary>
    private protected virtual Problem? Run(Passage passage, GateParts parts) => null;

    /// <summary>A null problem when it holds.</summary>
    private protected Problem? Unless(bool holds) => holds ? null : (Problem)Refusals[0];
}
