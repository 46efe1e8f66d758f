namespace Ascs.Trust.Signing;

/// <summary>One covered component (RFC 9421 2): a field or a derived value, of the message itself or of the request it answers.</summary>
internal sealed class Component
{
    public Component(string name, bool fromRequest = false, string? key = null)
    {
        (Name, FromRequest, Key) = (name, fromRequest, key);
        // RFC 9421 2.5: the name as a quoted string, then its parameters.
        Identifier = $"\"{name}\"{(fromRequest ? ";req" : "")}{(key is null ? "" : $";key=\"{key}\"")}";
    }

    /// <summary>Lower-case field name, or a derived name starting with <c>@</c>.</summary>
    public string Name { get; }

    /// <summary>Taken from the request that this answer answers (RFC 9421 2.4).</summary>
    public bool FromRequest { get; }

    /// <summary>One member of a dictionary field (RFC 9421 2.1.2).</summary>
    public string? Key { get; }

    /// <summary>As it stands in the signature base and in <c>Signature-Input</c>.</summary>
    public string Identifier { get; }

    public bool IsDerived => Name[0] == '@';
}
