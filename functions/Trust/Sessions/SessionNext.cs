namespace Ascs.Trust.Sessions;

/// <summary>The next thing to do about a session.</summary>
internal enum SessionNext
{
    /// <summary>Call in it.</summary>
    Use,

    /// <summary>Log in.</summary>
    Login,

    /// <summary>Ask for new tokens.</summary>
    Refresh,

    /// <summary>Ask for a new data key.</summary>
    DataKey,

    /// <summary>What would help has just failed.</summary>
    GiveUp,
}
