using Ascs.Contracts;

namespace Ascs.Client;

/// <summary>One person of a message.</summary>
/// <param name="Aid">Whom.</param>
/// <param name="Variables">Variable → text; encrypted here, opened by the operator only.</param>
public sealed record MessageRecipient(Aid Aid, IReadOnlyDictionary<string, string> Variables)
{
    /// <summary>The AID only: variables are nobody's business.</summary>
    public override string ToString() => Aid.ToString();
}
