namespace Ascs.Hosts.Handset;

/// <summary>The handset cannot start. The message is one clear sentence for the person who started it.</summary>
public sealed class HandsetStartException : Exception
{
    /// <summary>Says why.</summary>
    /// <param name="message">One sentence, no secrets.</param>
    public HandsetStartException(string message) : base(message) { }

    /// <summary>Says why, with the error below it.</summary>
    /// <param name="message">One sentence, no secrets.</param>
    /// <param name="inner">What the operating system or the store said.</param>
    public HandsetStartException(string message, Exception inner) : base(message, inner) { }

    /// <summary>Without a sentence; present because exceptions have three constructors.</summary>
    public HandsetStartException() : base("The handset cannot start.") { }
}
