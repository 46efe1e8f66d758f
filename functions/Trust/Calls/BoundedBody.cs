namespace Ascs.Trust.Calls;

/// <summary>Reads bodies up to a limit and not a byte further into memory.</summary>
internal static class BoundedBody
{
    private const int FirstBlock = 4096;

    /// <returns>The whole body, or null when it is longer than the limit.</returns>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(Stream body, long? length, int limit, CancellationToken cancellationToken)
    {
        if (length > limit) return null;
        // A byte more than claimed tells the end apart from an overlong body.
        var buffer = new byte[Math.Min(length ?? FirstBlock, FirstBlock) + 1];
        var filled = 0;
        int read;
        while ((read = await body.ReadAsync(buffer.AsMemory(filled), cancellationToken)) > 0)
        {
            filled += read;
            if (filled > limit) return null;
            if (filled == buffer.Length) Array.Resize(ref buffer, (int)Math.Min(limit + 1L, Math.Max(buffer.Length * 2L, (length ?? 0) + 1)));
        }

        return buffer.AsMemory(0, filled);
    }
}
