using System.Text;

namespace Ascs.Trust.Signing;

/// <summary>The signature base, RFC 9421 2.5: one line a component, then the parameters; no newline at the end.</summary>
internal static class SignatureBase
{
    /// <returns>The bytes to sign, or null when a component is absent or holds what a signature base can't.</returns>
    public static byte[]? Of(IReadOnlyList<Component> components, RequestMessage request, string parameters) =>
        Build(components, component => ComponentValue.Of(component, request), parameters);

    /// <inheritdoc cref="Of(IReadOnlyList{Component}, RequestMessage, string)"/>
    public static byte[]? Of(IReadOnlyList<Component> components, AnswerMessage answer, string parameters) =>
        Build(components, component => ComponentValue.Of(component, answer), parameters);

    private static byte[]? Build(IReadOnlyList<Component> components, Func<Component, string?> valueOf, string parameters)
    {
        var text = new StringBuilder(512);
        foreach (var component in components)
        {
            // RFC 9421 2.5 step 2: absent → error; a newline or a non-ASCII character → error.
            if (valueOf(component) is not { } value || !IsOneLineOfAscii(value)) return null;
            text.Append(component.Identifier).Append(": ").Append(value).Append('\n');
        }

        text.Append("\"@signature-params\": ").Append(parameters); // RFC 9421 2.3
        return Encoding.ASCII.GetBytes(text.ToString());
    }

    /// <summary>Printable ASCII and tab only: nothing that could start a line of its own in the base.</summary>
    public static bool IsOneLineOfAscii(string value) => value.All(symbol => symbol is >= ' ' and <= '~' or '\t');
}
