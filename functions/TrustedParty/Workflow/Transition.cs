namespace Ascs.TrustedParty.Workflow;

/// <summary>What an event means in a phase.</summary>
internal enum Transition
{
    /// <summary>It changes the state.</summary>
    Apply,

    /// <summary>A repetition, a latecomer or another party's nonsense: nothing changes.</summary>
    Ignore,

    /// <summary>Only a bug of ours can bring it.</summary>
    Forbidden,
}
