using Ascs.Trust.Keys;
using Ascs.Trust.Tests.Certificates;

namespace Ascs.Trust.Tests.Keys;

public sealed class LocalKeyWrapperTests : KeyWrapperConformance, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private LocalKeyWrapper _wrapper;

    public LocalKeyWrapperTests()
    {
        LocalKeyWrapper.Create(Path, Issued.Now);
        LocalKeyWrapper.Create(_folder.File("foreign.kek"), Issued.Now);
        _wrapper = LocalKeyWrapper.Open(Path);
        Foreign = LocalKeyWrapper.Open(_folder.File("foreign.kek"));
    }

    protected override IKeyWrapper Wrapper => _wrapper;

    protected override IKeyWrapper Foreign { get; }

    private string Path => _folder.File("platform.kek");

    [Fact]
    public void the_file_is_its_owners_alone_also_after_a_rotation()
    {
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path));
        LocalKeyWrapper.Rotate(Path, Issued.Now);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path));
        Assert.Equal(["foreign.kek", "platform.kek"], System.IO.Directory.GetFiles(_folder.Path).Select(System.IO.Path.GetFileName).Order());
    }

    [Theory]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.GroupWrite)]
    [InlineData(UnixFileMode.GroupExecute)]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.OtherWrite)]
    [InlineData(UnixFileMode.OtherExecute)]
    [InlineData(UnixFileMode.UserExecute)]
    public void a_wider_mode_is_refused_with_the_remedy(UnixFileMode wider)
    {
        File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | wider);
        Assert.Contains("chmod 600", Assert.Throws<KeyFileException>(() => LocalKeyWrapper.Open(Path)).Message, StringComparison.Ordinal);
        Assert.Throws<KeyFileException>(() => LocalKeyWrapper.Rotate(Path, Issued.Now));
    }

    [Fact]
    public void it_is_made_by_an_explicit_call_only_and_once()
    {
        Assert.Throws<KeyFileException>(() => LocalKeyWrapper.Open(_folder.File("absent.kek")));
        Assert.False(File.Exists(_folder.File("absent.kek")));
        var before = File.ReadAllBytes(Path);
        Assert.Throws<KeyFileException>(() => LocalKeyWrapper.Create(Path, Issued.Now));
        Assert.Equal(before, File.ReadAllBytes(Path));
        Assert.Throws<KeyFileException>(() => LocalKeyWrapper.Create(_folder.File("no/such/folder.kek"), Issued.Now));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no json")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"v\":1,\"keys\":[]}")]
    [InlineData("{\"v\":1,\"keys\":[null]}")]
    [InlineData("{\"v\":0,\"keys\":[{\"id\":\"kek-1\",\"createdAt\":0,\"key\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\"}]}")]
    [InlineData("{\"v\":2,\"keys\":[{\"id\":\"kek-1\",\"createdAt\":0,\"key\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\"}]}")]
    [InlineData("{\"v\":1,\"keys\":[{\"id\":\"kek-1\",\"createdAt\":0,\"key\":\"c2VjcmV0\"}]}")]
    [InlineData("{\"v\":1,\"keys\":[{\"id\":\"kek-1\",\"createdAt\":0,\"key\":\"not base64 c2VjcmV0\"}]}")]
    [InlineData("{\"v\":1,\"keys\":[{\"id\":\"kek-2\",\"createdAt\":0,\"key\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\"}]}")]
    public void a_damaged_or_newer_file_is_one_sentence_that_quotes_nothing(string content)
    {
        File.WriteAllText(Path, content);
        var error = Assert.Throws<KeyFileException>(() => LocalKeyWrapper.Open(Path));
        Assert.Contains(Path, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("c2VjcmV0", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void what_a_crash_left_beside_the_file_does_not_hinder_a_rotation()
    {
        File.WriteAllText(Path + ".next", "half a fi");
        LocalKeyWrapper.Rotate(Path, Issued.Now);
        LocalKeyWrapper.Open(Path).Dispose();
    }

    [Fact]
    public async Task a_disposed_wrapper_has_no_key_any_more()
    {
        var wrapped = await Wrapper.WrapAsync(new byte[32], Ct);
        _wrapper.Dispose();
        await Assert.ThrowsAsync<KeyUnwrapException>(() => Wrapper.UnwrapAsync(wrapped, Ct));
    }

    public void Dispose()
    {
        _wrapper.Dispose();
        (Foreign as IDisposable)?.Dispose();
        _folder.Dispose();
    }

    protected override Task RotateAsync()
    {
        LocalKeyWrapper.Rotate(Path, Issued.Now);
        _wrapper.Dispose();
        _wrapper = LocalKeyWrapper.Open(Path);
        return Task.CompletedTask;
    }
}
