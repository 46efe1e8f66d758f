namespace Ascs.Contracts;

/// <summary>One person of a task, variables in clear: inside the enterprise only.</summary>
/// <param name="Aid">Whom.</param>
/// <param name="Variables">Variable → text.</param>
public sealed record TaskRecipient(Aid Aid, IReadOnlyDictionary<string, string> Variables);
