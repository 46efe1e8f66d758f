using System.Text;

namespace Ascs.Contracts;

/// <summary>The bytes whose SM3 a <see cref="Confirmation"/> carries, so that a click confirms these seals and no others.</summary>
public static class SealedIds
{
    /// <summary>For each identifier in order, its type and its seals in ordinal order of operator, each part followed by U+000A.</summary>
    public static byte[] ToHash(IReadOnlyList<SealedIdentifier> identifiers)
    {
        ArgumentNullException.ThrowIfNull(identifiers);
        var text = new StringBuilder();
        foreach (var identifier in identifiers)
        {
            text.Append(identifier.Type).Append('\n');
            foreach (var (operatorId, seal) in identifier.Seals.OrderBy(s => s.Key.ToString(), StringComparer.Ordinal))
                text.Append(operatorId).Append('\n').Append(seal).Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
