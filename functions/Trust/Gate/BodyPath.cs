using System.Text;
using System.Text.Json;
using Ascs.Contracts;

namespace Ascs.Trust.Gate;

/// <summary>Where a reader is: list positions and member names from the root.</summary>
internal sealed class BodyPath
{
    // One entry per open object or list; the depth is bounded by the reader. Item counts the values of a list and stays -1 in an object.
    private readonly (int Item, string? Member)[] steps = new (int, string?)[WireOptions.MaxDepth + 1];
    private int depth;

    /// <summary>Name of the root's member whose value the reader is at; null anywhere else.</summary>
    public string? RootMember => depth == 1 && steps[0].Item < 0 ? steps[0].Member : null;

    /// <summary>Follows the reader to its token. Answers how many items the innermost list has so far; 0 outside a list.</summary>
    public int Move(ref Utf8JsonReader reader)
    {
        var type = reader.TokenType;
        if (type is JsonTokenType.EndArray or JsonTokenType.EndObject)
        {
            depth--;
            return 0;
        }

        if (type == JsonTokenType.PropertyName)
        {
            steps[depth - 1].Member = reader.GetString();
            return 0;
        }

        var items = depth > 0 && steps[depth - 1].Item >= 0 ? ++steps[depth - 1].Item : 0;
        if (type == JsonTokenType.StartArray) steps[depth++] = (0, null);
        if (type == JsonTokenType.StartObject) steps[depth++] = (-1, null);
        return items;
    }

    /// <summary>RFC 6901 pointer, up to the first name that is not plain.</summary>
    public override string ToString()
    {
        var pointer = new StringBuilder();
        for (var i = 0; i < depth; i++)
        {
            var (item, member) = steps[i];
            if (item > 0) pointer.Append('/').Append(item - 1);
            else if (member is not null && JsonPointer.IsPlain(member)) pointer.Append('/').Append(member);
            else break;
        }

        return pointer.ToString();
    }
}
