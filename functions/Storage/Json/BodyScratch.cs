using System.Buffers;
using System.Text.Json;

namespace Ascs.Storage;

/// <summary>One writer a thread for bodies: a body then costs an array of its own length and nothing else. Large ones would fill the heap of large objects.</summary>
internal static class BodyScratch
{
    private const int MostKept = 1024 * 1024;

    [ThreadStatic]
    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Writer)? mine;

    /// <summary>A buffer and its writer, both empty. Taken by nobody else until given back: a converter that writes another body gets one of its own.</summary>
    public static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Writer) Take()
    {
        if (mine is { } kept)
        {
            mine = null;
            return kept;
        }

        var buffer = new ArrayBufferWriter<byte>(4096);
        return (buffer, new Utf8JsonWriter(buffer));
    }

    /// <summary>Keeps them for the next body of this thread, without what was written.</summary>
    public static void GiveBack(ArrayBufferWriter<byte> buffer, Utf8JsonWriter writer)
    {
        if (buffer.Capacity > MostKept) return;
        buffer.Clear();
        writer.Reset();
        mine = (buffer, writer);
    }
}
