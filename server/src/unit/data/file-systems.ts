/** File systems and systemd's groups of them: `src/basic/filesystem-sets.py` of systemd 262. */

/** Members of each group; the same in all versions on record since 252. */
const groups: Readonly<Record<string, string>> = {
  '@basic-api': 'cgroup cgroup2 devpts devtmpfs mqueue proc sysfs',
  '@anonymous': 'anon_inodefs pipefs sockfs',
  '@application': 'autofs fuse overlay',
  '@auxiliary-api': 'binfmt_misc configfs efivarfs fusectl hugetlbfs rpc_pipefs securityfs',
  '@common-block': 'btrfs erofs exfat ext4 f2fs iso9660 ntfs3 squashfs udf vfat xfs',
  '@historical-block': 'ext2 ext3 minix',
  '@network': 'afs ceph cifs gfs gfs2 ncp ncpfs nfs nfs4 ocfs2 orangefs pvfs2 smb3 smbfs',
  '@privileged-api': 'bpf debugfs pstore tracefs',
  '@security': 'apparmorfs selinuxfs smackfs',
  '@temporary': 'ramfs tmpfs',
}

const names =
  'adfs affs afs anon_inodefs apparmorfs autofs balloon-kvm bcachefs bdev binder binfmt_misc bpf btrfs ' +
  'btrfs_test_fs ceph cgroup cgroup2 cifs coda configfs cpuset cramfs dax debugfs devmem devpts devtmpfs dmabuf ' +
  'ecryptfs efivarfs efs erofs exfat ext2 ext3 ext4 f2fs failfs fuse fuseblk fusectl gfs gfs2 gmem hostfs hpfs ' +
  'hugetlbfs iso9660 jffs2 minix mqueue msdos ncp ncpfs nfs nfs4 nilfs2 nsfs ntfs ntfs3 nullfs ocfs2 openpromfs ' +
  'orangefs overlay pidfs pipefs ppc-cmm proc pstore pvfs2 qnx4 qnx6 ramfs reiserfs resctrl rpc_pipefs secretmem ' +
  'securityfs selinuxfs shiftfs smackfs smb3 smbfs sockfs squashfs sysfs tmpfs tracefs udf usbdevfs v9fs vboxsf vfat ' +
  'xenfs xfs z3fold zonefs zsmalloc'

/** The members of a group, `@known` aside; undefined for other names. */
export function fileSystemGroup(group: string): readonly string[] | undefined {
  return Object.hasOwn(groups, group) ? groups[group]!.split(' ') : undefined
}

let list: readonly string[] | undefined

/** The file systems that systemd knows by name. Others are accepted too, since only the kernel knows what it has. */
export function fileSystemNames(): readonly string[] {
  list ??= names.split(' ')
  return list
}
