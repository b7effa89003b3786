import type Database from 'better-sqlite3'
import type { Preferences } from '../../src/desk/types.ts'

type PreferencesRow = { readonly language: string | null; readonly private: number | null }

/** What people have chosen for themselves, and groups for all. Synchronous: the store tries again when busy. */
export function createChoices(database: Database.Database) {
  const find = database.prepare<[string], PreferencesRow>('SELECT language, private FROM preferences WHERE asker = ?')
  const save = database.prepare<[string, string | null, number | null]>(
    `INSERT INTO preferences (asker, language, private) VALUES (?, ?, ?)
     ON CONFLICT (asker) DO UPDATE SET language = excluded.language, private = excluded.private`,
  )
  const forget = database.prepare<[string]>('DELETE FROM preferences WHERE asker = ?')
  const findGroup = database.prepare<[string], string>('SELECT settings FROM group_settings WHERE place = ?').pluck()
  const saveGroup = database.prepare<[string, string]>(
    `INSERT INTO group_settings (place, settings) VALUES (?, ?)
     ON CONFLICT (place) DO UPDATE SET settings = excluded.settings`,
  )

  return {
    preferences(asker: string): Preferences {
      const row = find.get(asker)
      if (row === undefined) return {}
      const { language, private: isPrivate } = row
      return {
        ...((language === 'en' || language === 'fr') && { language }),
        ...(isPrivate !== null && { private: isPrivate === 1 }),
      }
    },
    savePreferences(asker: string, { language, private: isPrivate }: Preferences): void {
      // Nothing is kept of a person who has chosen nothing.
      if (language === undefined && isPrivate === undefined) forget.run(asker)
      else save.run(asker, language ?? null, isPrivate === undefined ? null : Number(isPrivate))
    },
    forget: (asker: string): number => forget.run(asker).changes,
    groupSetting: (group: string): string | undefined => findGroup.get(group),
    saveGroupSetting(group: string, json: string): void {
      saveGroup.run(group, json)
    },
  }
}
