namespace Ascs.Enterprise.Subscriptions;

/// <summary>Why a manage code opened nothing.</summary>
public enum CodeFault
{
    /// <summary>Nothing was wrong.</summary>
    None,

    /// <summary>No such code, or its term is over: one and the same answer.</summary>
    Unknown,

    /// <summary>Too many tries.</summary>
    TooMany,
}
