namespace Ascs.Contracts;

/// <summary>One person of a task, variables in clear: inside the enterprise only, and on the way from its back office sealed under the session's data key.</summary>
/// <param name="Aid">Whom.</param>
/// <param name="Variables">Variable → text.</param>
public sealed record TaskRecipient(
    Aid Aid, [Items(0, 20), Names(Patterns.Variable), Text(200)] IReadOnlyDictionary<string, SensitiveText> Variables);
