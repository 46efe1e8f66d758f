using Ascs.Storage;

namespace Ascs.TrustedParty.Workflow.Engine;

/// <summary>When a dispatch that fails has failed often enough.</summary>
internal static class FailurePolicy
{
    /// <summary>So many failures in a row are no accident.</summary>
    public const int MostFailures = 10;

    /// <summary>What failed is tried again after so long.</summary>
    public static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How many failures in a row there are with this one, and whether to park the dispatch for it. A store that is away says nothing about the dispatch: it is
    /// neither counted nor a reason to park.
    /// </summary>
    public static (int Failures, bool Park) After(int failures, Exception reason) =>
        reason is StoreUnavailableException ? (failures, false) : (failures + 1, failures + 1 >= MostFailures);
}
