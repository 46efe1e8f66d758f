using System.Security.Cryptography;
using Ascs.Trust.Keys;

namespace Ascs.Trust.Tests.Keys;

/// <summary>What every <see cref="IKeyWrapper"/> keeps; each adapter runs it.</summary>
public abstract class KeyWrapperConformance
{
    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>The wrapper under test.</summary>
    protected abstract IKeyWrapper Wrapper { get; }

    /// <summary>Another one, with a key-encryption key of its own.</summary>
    protected abstract IKeyWrapper Foreign { get; }

    /// <summary>Makes a new version of the key-encryption key; <see cref="Wrapper"/> then uses it.</summary>
    protected abstract Task RotateAsync();

    [Theory, InlineData(1), InlineData(16), InlineData(32), InlineData(48), InlineData(WrappedKey.MaxPlainLength)]
    public async Task what_was_wrapped_unwraps(int length)
    {
        var key = RandomNumberGenerator.GetBytes(length);
        var wrapped = await Wrapper.WrapAsync(key, Ct);
        Assert.Equal(key, await Wrapper.UnwrapAsync(wrapped, Ct));
        Assert.InRange(wrapped.VersionId.Length, 1, 200);
        Assert.True(length < 16 || wrapped.Bytes.Span.IndexOf(key) < 0, "the key stands in the clear");
    }

    [Theory, InlineData(0), InlineData(WrappedKey.MaxPlainLength + 1)]
    public async Task another_length_is_a_bug(int length) => await Assert.ThrowsAsync<ArgumentException>(() => Wrapper.WrapAsync(new byte[length], Ct));

    [Fact]
    public async Task the_same_key_never_wraps_to_the_same_bytes()
    {
        var key = new byte[32];
        Assert.NotEqual((await Wrapper.WrapAsync(key, Ct)).Bytes.ToArray(), (await Wrapper.WrapAsync(key, Ct)).Bytes.ToArray());
    }

    [Fact]
    public async Task every_changed_byte_is_noticed()
    {
        var wrapped = await Wrapper.WrapAsync(new byte[16], Ct);
        for (var at = 0; at < wrapped.Bytes.Length; at++)
        {
            var changed = wrapped.Bytes.ToArray();
            changed[at] ^= 1;
            await Assert.ThrowsAsync<KeyUnwrapException>(() => Wrapper.UnwrapAsync(wrapped with { Bytes = changed }, Ct));
        }
    }

    [Theory, InlineData(0), InlineData(1), InlineData(28)]
    public async Task bytes_cut_short_are_noticed(int length)
    {
        var wrapped = await Wrapper.WrapAsync(new byte[16], Ct);
        await Assert.ThrowsAsync<KeyUnwrapException>(() => Wrapper.UnwrapAsync(wrapped with { Bytes = wrapped.Bytes[..length] }, Ct));
    }

    [Fact]
    public async Task an_unknown_version_and_a_foreign_key_do_not_open()
    {
        var wrapped = await Wrapper.WrapAsync(new byte[32], Ct);
        await Assert.ThrowsAsync<KeyUnwrapException>(() => Wrapper.UnwrapAsync(wrapped with { VersionId = "no-such-version" }, Ct));
        await Assert.ThrowsAsync<KeyUnwrapException>(() => Foreign.UnwrapAsync(wrapped, Ct));
    }

    [Fact]
    public async Task after_rotations_the_old_opens_and_the_new_is_used()
    {
        var (key, versions) = (RandomNumberGenerator.GetBytes(32), new List<WrappedKey>());
        for (var i = 0; i < 3; i++)
        {
            versions.Add(await Wrapper.WrapAsync(key, Ct));
            await RotateAsync();
        }

        Assert.Equal(3, versions.Select(wrapped => wrapped.VersionId).Distinct().Count());
        foreach (var wrapped in versions) Assert.Equal(key, await Wrapper.UnwrapAsync(wrapped, Ct));
        // A wrapped key under another version's name is a changed one.
        await Assert.ThrowsAsync<KeyUnwrapException>(() => Wrapper.UnwrapAsync(versions[0] with { VersionId = versions[1].VersionId }, Ct));
    }

    [Fact]
    public async Task many_callers_at_once_are_served()
    {
        var keys = Enumerable.Range(0, 64).Select(_ => RandomNumberGenerator.GetBytes(32)).ToArray();
        var opened = await Task.WhenAll(keys.Select(key => Task.Run(async () => await Wrapper.UnwrapAsync(await Wrapper.WrapAsync(key, Ct), Ct), Ct)));
        Assert.Equal(keys, opened);
    }
}
