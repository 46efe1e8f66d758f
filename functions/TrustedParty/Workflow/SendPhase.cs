namespace Ascs.TrustedParty.Workflow;

/// <summary>Where a dispatch stands inside. <see cref="SendPhases.ForEnterprise"/> says what an enterprise sees of it.</summary>
internal enum SendPhase
{
    /// <summary>Waiting for its time.</summary>
    Scheduled,

    /// <summary>Due; who may be written to now is being decided again.</summary>
    Verifying,

    /// <summary>Orders are on their way to operators.</summary>
    Sending,

    /// <summary>The operators hold every order; outcomes are missing.</summary>
    Awaiting,

    /// <summary>Every outcome is known; the last leaves are being made.</summary>
    Attesting,

    /// <summary>Every outcome is attested. A late receipt may still correct one.</summary>
    Finished,
}
